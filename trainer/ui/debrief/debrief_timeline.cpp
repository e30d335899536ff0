#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

struct Axis {
  Rect plot;
  engine::core::AttemptTime end_us{1};
  [[nodiscard]] float x(engine::core::AttemptTime t) const {
    return plot.x + plot.w * static_cast<float>(static_cast<double>(t.us) / static_cast<double>(end_us.us));
  }
  [[nodiscard]] engine::core::AttemptTime t(float px) const {
    const double share = std::clamp((px - plot.x) / std::max(1.0F, plot.w), 0.0F, 1.0F);
    return engine::core::AttemptTime{static_cast<std::int64_t>(share * static_cast<double>(end_us.us))};
  }
};

// Step of a clock axis.
engine::core::Span tick_step(engine::core::AttemptTime end_us, float width_pt) {
  for (const std::int64_t s : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800})
    if (static_cast<double>(end_us.us) / 1e6 / static_cast<double>(s) <= width_pt / 70.0)
      return engine::core::Span{s * 1'000'000};
  return engine::core::Span{3'600'000'000};
}

void draw_strip(Ui& ui, const Rect& r, const Axis& axis, const Trace& trace) {
  ui.fill(r, ui.col(Token::S2));
  const auto y = [&](double value) {
    return r.y +
           r.h * static_cast<float>(std::clamp((trace.top - value) / (trace.top - trace.bottom), 0.0, 1.0));
  };
  if (trace.low && trace.high) {
    const float a = std::min(y(*trace.low), y(*trace.high)), b = std::max(y(*trace.low), y(*trace.high));
    ui.fill({r.x, a, r.w, b - a}, ui.col(Token::Acd));
    for (const double value : {*trace.low, *trace.high}) {
      ui.fill({r.x, y(value) - ui.hairline() / 2, r.w, ui.hairline()}, ui.col(Token::Ac));
    }
    // Names of the band's edges keep apart where the strip is low.
    const float middle = (a + b) / 2, apart = std::max((b - a) / 2, ui.px(7));
    const bool low_above = y(*trace.low) < y(*trace.high);
    const auto name = [&](double value, bool above) {
      ui.text({r.x - ui.px(10), middle + (above ? -apart : apart) - ui.px(8)}, Style::Small,
              ui.col(Token::T2), number(value, trace.decimals), Align::Right);
    };
    name(*trace.low, low_above);
    name(*trace.high, !low_above);
  }
  std::vector<ImVec2> curve;
  for (const auto& p : thin(trace.points, {}, axis.end_us, static_cast<int>(r.w)))
    curve.emplace_back(axis.x(p.t_us), y(p.value));
  ImGui::GetWindowDrawList()->AddPolyline(curve.data(), static_cast<int>(curve.size()),
                                          im(ui.col(Token::Warm)), 0, ui.px(1.5F));
  if (!trace.low || trace.points.size() > 2000) return;
  for (const auto& p : trace.points) {
    if (p.value >= *trace.low && p.value <= *trace.high) continue;
    ui.disc({axis.x(p.t_us), y(p.value)}, ui.px(2.4F),
            ui.col(p.value < *trace.low ? Token::Under : Token::Over));
  }
}

float draw_transport(Ui& ui, const Rect& r, const DebriefView& view, const DebriefPanel& panel,
                     DebriefIntents& intents) {
  const float h = ui.px(36);
  if (button(ui, "play", {r.x, r.y, ui.px(44), h}, "", {.look = Look::Normal}))
    intents.say(Command::TogglePlay);
  draw_icon(ui, panel.playing ? Icon::Pause : Icon::Play, {r.x + ui.px(22), r.y + h / 2}, ui.col(Token::Tx));
  float x = r.x + ui.px(56);
  const std::string time =
      words::say("{} of {}", marked(clock_text(panel.playhead_us)), clock_text(view.end_us));
  x += draw_runs(ui, {x, r.y + (h - ui.line(Style::Body)) / 2}, time, {Style::Strong, Token::Tx},
                 {Style::Body, Token::T2}) +
       ui.px(20);
  for (const double speed : {1.0, 4.0, 16.0}) {
    const std::string label = fmt::format("{:g}\u00d7", speed);
    if (button(ui, "speed " + label, {x, r.y + ui.px(2), ui.px(48), ui.px(32)}, label,
               {.chosen = panel.speed == speed, .small = true}))
      intents.say(SetSpeed{speed});
    x += ui.px(56);
  }
  return h;
}

void draw_badges(Ui& ui, const Axis& axis, float y, const DebriefView& view) {
  for (const auto& b : view.badges) {
    const Point at{axis.x(b.t_us), y};
    ui.disc(at, ui.px(8), ui.col(b.under ? Token::Under : Token::Tx));
    ui.text({at.x, at.y - ui.line(Style::Small) / 2}, Style::Small, ui.col(Token::Bg),
            fmt::format("{}", b.number), Align::Centre);
  }
}

}  // namespace

void draw_timeline(Ui& ui, const Rect& panel, const DebriefView& view, const DebriefPanel& state,
                   DebriefIntents& intents) {
  ui.panel(panel);
  Rect r = panel.inset(ui.px(14));
  r.take_top(draw_transport(ui, r, view, state, intents));
  r.take_top(ui.px(6));
  const Rect badges = r.take_top(ui.px(18));
  const Rect ticks = r.take_bottom(ui.px(18));
  Axis axis{{r.x + ui.px(128), r.y, r.w - ui.px(136), r.h}, view.end_us};
  draw_badges(ui, axis, badges.centre().y, view);
  // As many strips as there is room for at their smallest.
  const float gap = ui.px(6);
  auto count = static_cast<std::size_t>(std::max(1.0F, std::floor((r.h + gap) / ui.px(32))));
  count = std::min(count, view.traces.size());
  const float h = (r.h - gap * static_cast<float>(count > 0 ? count - 1 : 0)) /
                  static_cast<float>(std::max<std::size_t>(1, count));
  for (std::size_t i = 0; i < count; ++i) {
    const Rect strip{axis.plot.x, r.y + static_cast<float>(i) * (h + gap), axis.plot.w, h};
    ui.text({r.x, strip.y + std::max(0.0F, h / 2 - ui.px(18))}, Style::Label, ui.col(Token::Tx),
            view.traces[i].name);
    ui.text({r.x, strip.y + std::max(ui.px(14), h / 2 - ui.px(1))}, Style::Small, ui.col(Token::T3),
            view.traces[i].unit);
    draw_strip(ui, strip, axis, view.traces[i]);
  }
  const engine::core::Span step = tick_step(view.end_us, axis.plot.w / ui.scale);
  for (engine::core::AttemptTime t; t <= view.end_us; t += step)
    ui.text({axis.x(t), ticks.y + ui.px(3)}, Style::Small, ui.col(Token::T3), clock_text(t),
            t.us == 0 ? Align::Left : Align::Centre);
  if (state.clip)
    ui.fill({axis.x(state.clip->first), r.y,
             std::max(ui.px(3), axis.x(state.clip->second) - axis.x(state.clip->first)), r.h},
            with_alpha(ui.col(Token::Over), 0.20));
  const float x = axis.x(state.playhead_us);
  ui.fill({x - ui.px(1), badges.y, ui.px(2), r.bottom() - badges.y}, ui.col(Token::Tx));
  ui.triangle({x - ui.px(6), badges.y}, {x + ui.px(6), badges.y}, {x, badges.y + ui.px(8)},
              ui.col(Token::Tx));
  const Touched p = ui.press("seek", {axis.plot.x, badges.y, axis.plot.w, r.bottom() - badges.y});
  if (p.held) intents.say(SeekTo{axis.t(ImGui::GetIO().MousePos.x)});
}

}  // namespace trainer::ui
