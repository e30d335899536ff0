#include <algorithm>
#include <cstdlib>

#include "trainer/assessment/judged.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/ui/work/gauges.h"
#include "trainer/words/counts.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using engine::core::Mm;
using engine::skin::kDeepestShown;

namespace {

// A track with its band and a mark; positions are shares of the width.
void band_bar(Ui& ui, const Rect& r, double low, double high, std::optional<double> at, DepthState state) {
  ui.fill(r, ui.col(Token::S3), 4);
  const float x0 = r.x + r.w * static_cast<float>(low), x1 = r.x + r.w * static_cast<float>(high);
  ui.fill({x0, r.y, x1 - x0, r.h}, ui.col(Token::Acd));
  for (const float x : {x0, x1})
    ui.fill({x - ui.px(1), r.y - ui.px(3), ui.px(2), r.h + ui.px(6)}, ui.col(Token::Ac));
  if (!at) return;
  const float x = r.x + r.w * static_cast<float>(std::clamp(*at, 0.0, 1.0));
  draw_state_mark(ui, {x, r.centre().y}, ui.px(6), state, ui.col(state_token(state)));
}

float depth_y(const Rect& bar, Mm depth) {
  return bar.y + bar.h * static_cast<float>(std::clamp(depth / kDeepestShown, 0.0, 1.0));
}

void draw_trail(const Ui& ui, const Rect& bar, const DepthView& view) {
  const float step = ui.px(2.6F);
  float x = bar.right() + ui.px(14);
  const auto n = view.trail.size();
  for (std::size_t i = 0; i < n; ++i, x += step) {
    const double age = static_cast<double>(n - 1 - i) / 36.0;
    const Colour c = with_alpha(ui.col(state_token(view.trail[i].state)), 1.0 - 0.75 * age);
    draw_state_mark(ui, {x, depth_y(bar, view.trail[i].depth)}, ui.px(2.6F), view.trail[i].state, c);
  }
}

std::string shift_words(int permille, bool left_handed) {
  const std::string less = key_of(Command::Shallower, left_handed),
                    more = key_of(Command::Deeper, left_handed);
  if (permille == 0) return words::say("{}  {}  shift it", less, more);
  const double percent = std::abs(permille) / 10.0;
  return permille > 0 ? words::say("{}  {}  {:.0f}\u2009% deeper", less, more, percent)
                      : words::say("{}  {}  {:.0f}\u2009% shallower", less, more, percent);
}

}  // namespace

void draw_state_mark(const Ui& ui, Point at, float radius, DepthState state, Colour c) {
  const float r = radius;
  switch (state) {
    case DepthState::Target:
      ui.disc(at, r, c);
      break;
    case DepthState::Deep:
      ui.triangle({at.x, at.y - r}, {at.x + r, at.y + r * 0.8F}, {at.x - r, at.y + r * 0.8F}, c);
      break;
    case DepthState::Blowout:
      ui.fill({at.x - r * 0.85F, at.y - r * 0.85F, r * 1.7F, r * 1.7F}, c);
      break;
    default:
      ui.triangle({at.x, at.y + r}, {at.x - r, at.y - r * 0.8F}, {at.x + r, at.y - r * 0.8F}, c);
      break;
  }
}

void draw_depth_bar(Ui& ui, const Rect& bar, const DepthView& view, bool with_trail) {
  ui.fill(bar, ui.col(Token::S3), 6);
  const float low = depth_y(bar, view.low), high = depth_y(bar, view.high), over = depth_y(bar, view.over);
  ui.fill({bar.x, low, bar.w, high - low}, ui.col(Token::Acd));
  for (const float y : {low, high})
    ui.fill({bar.x - ui.px(4), y - ui.px(1), bar.w + ui.px(8), ui.px(2)}, ui.col(Token::Ac));
  for (float x = bar.x; x < bar.right(); x += ui.px(6))
    ui.fill({x, over - ui.px(0.75F), ui.px(3), ui.px(1.5F)}, ui.col(Token::Over));
  if (view.now && (view.pressing || !view.trail.empty())) {
    const float y = depth_y(bar, *view.now);
    ui.fill({bar.x, y - ui.px(1.5F), bar.w, ui.px(3)}, ui.col(Token::Tx));
    ui.triangle({bar.right() - ui.px(1), y}, {bar.right() + ui.px(9), y - ui.px(6)},
                {bar.right() + ui.px(9), y + ui.px(6)}, ui.col(Token::Tx));
  }
  if (with_trail) draw_trail(ui, bar, view);
}

float draw_depth_block(Ui& ui, const Rect& r, const DepthView& view) {
  float y = r.y;
  ui.text({r.x, y}, Style::Strong, ui.col(Token::Tx), words::say("Depth"));
  const std::string source = !view.known      ? words::say("not known")
                             : view.simulated ? words::say("simulated from press time")
                                              : words::say("measured by pen");
  const float source_width = ui.width(Style::Small, source) + ui.px(20);
  chip(ui, {r.right() - source_width, y - ui.px(1)}, source, ui.col(Token::T2), ui.col(Token::S3));
  y += ui.px(28);
  const std::string value = view.now ? number(view.now->value, 2) : "\u2013";
  ui.text({r.x, y}, Style::Display, ui.col(Token::Tx), value);
  float x = r.x + ui.width(Style::Display, value) + ui.px(8);
  ui.text({x, y + ui.px(18)}, Style::Body, ui.col(Token::T2), words::say("mm"));
  x += ui.px(40);
  if (view.now) {
    const Colour c = ui.col(state_token(view.state));
    draw_state_mark(ui, {x + ui.px(6), y + ui.px(29)}, ui.px(5), view.state, c);
    ui.text({x + ui.px(18), y + ui.px(18)}, Style::Body, c, state_word(view.state));
  }
  y += ui.px(60);
  if (view.simulated)
    ui.text({r.right(), y - ui.px(10)}, Style::Small, ui.col(Token::T3),
            shift_words(view.shift_permille, ui.left_handed), Align::Right);
  const float height = std::max(ui.px(96), std::min(ui.px(280), r.bottom() - y - ui.px(12)));
  const Rect bar{r.x + ui.px(44), y, ui.px(28), height};
  draw_depth_bar(ui, bar, view, true);
  // Nothing is printed over what stands above it: thick skin pushes the lower ends together.
  const float line = ui.px(15);
  float tick_y = y - 2 * line, word_y = y - 2 * line;
  const auto tick = [&](Mm depth, std::string_view text, Token t) {
    if (depth_y(bar, depth) < tick_y + line) return;
    tick_y = depth_y(bar, depth);
    ui.text({bar.x - ui.px(8), depth_y(bar, depth) - ui.px(8)}, Style::Small, ui.col(t), text, Align::Right);
  };
  tick(Mm{0.0}, "0", Token::T3);
  tick(view.low, number(view.low.value, 2), Token::T2);
  tick(view.high, number(view.high.value, 2), Token::T2);
  tick(kDeepestShown, number(kDeepestShown.value, 1), Token::T3);
  const float words = bar.right() + ui.px(120);
  const auto word = [&](Mm depth, DepthState state) {
    if (depth_y(bar, depth) < word_y + line) return;
    word_y = depth_y(bar, depth);
    ui.text({words, depth_y(bar, depth) - ui.px(8)}, Style::Small, ui.col(state_token(state)),
            state_word(state));
  };
  word(view.low * 0.5, DepthState::Shallow);
  word((view.low + view.high) / 2, DepthState::Target);
  word((view.high + view.over) / 2, DepthState::Deep);
  word((view.over + kDeepestShown) / 2, DepthState::Blowout);
  return bar.bottom() + ui.px(12) - r.y;
}

float draw_spacing(Ui& ui, const Rect& r, const SpacingView& view) {
  ui.text({r.x, r.y}, Style::Strong, ui.col(Token::Tx), words::say("Spacing"));
  ui.text({r.right(), r.y}, Style::Strong, ui.col(Token::Tx),
          view.nearest ? words::say("{} mm", number(view.nearest->value, 2)) : "\u2013", Align::Right);
  const Mm full = view.far * 1.5;
  std::optional<double> at;
  DepthState state = DepthState::Target;
  if (view.nearest) {
    at = *view.nearest / full;
    state = *view.nearest < view.near  ? DepthState::Deep
            : *view.nearest > view.far ? DepthState::Shallow
                                       : state;
  }
  band_bar(ui, {r.x, r.y + ui.px(29), r.w, ui.px(8)}, view.near / full, view.far / full, at, state);
  const float y = r.y + ui.px(44);
  ui.text({r.x, y}, Style::Small, ui.col(Token::T3), words::say("too close"));
  ui.text({r.centre().x, y}, Style::Small, ui.col(Token::T2),
          words::say("{} \u2013 {} mm", number(view.near.value, 2), number(view.far.value, 2)),
          Align::Centre);
  ui.text({r.right(), y}, Style::Small, ui.col(Token::T3), words::say("too far"), Align::Right);
  return ui.px(64);
}

float draw_pace(Ui& ui, const Rect& r, const PaceView& view) {
  ui.text({r.x, r.y}, Style::Strong, ui.col(Token::Tx), words::say("Pace"));
  const std::string value =
      view.per_minute > 0 ? words::say("{} dots/min", number(view.per_minute, 0)) : "\u2013";
  const float word = view.word.empty() ? 0 : ui.width(Style::Body, view.word) + ui.px(6);
  ui.text({r.right() - word, r.y}, Style::Strong, ui.col(Token::Tx), value, Align::Right);
  ui.text({r.right(), r.y}, Style::Body, ui.col(Token::T2), view.word, Align::Right);
  const Rect strip{r.x, r.y + ui.px(28), r.w, ui.px(20)};
  ui.fill(strip, ui.col(Token::S3), 4);
  constexpr engine::core::Seconds kWindow{30.0};
  for (const auto ago : view.ago)
    if (ago < kWindow)
      ui.disc({strip.right() - ui.px(6) - (strip.w - ui.px(12)) * static_cast<float>(ago / kWindow),
               strip.centre().y},
              ui.px(3), with_alpha(ui.col(Token::Tx), 1.0 - 0.7 * ago / kWindow));
  return ui.px(60);
}

float draw_coverage(Ui& ui, const Rect& r, const CoverageView& view) {
  ui.text({r.x, r.y}, Style::Strong, ui.col(Token::Tx), words::say("Coverage"));
  if (view.needled) {
    ui.text({r.right(), r.y}, Style::Body, ui.col(Token::T2),
            words::say("{:.0f} % of the scar", 100 * *view.needled), Align::Right);
    const Rect track{r.x, r.y + ui.px(28), r.w, ui.px(8)};
    ui.fill(track, ui.col(Token::S3), 4);
    if (*view.needled > 0.01)
      ui.fill({track.x, track.y, track.w * static_cast<float>(*view.needled), track.h}, ui.col(Token::Ac), 4);
    return ui.px(64);
  }
  const std::string placed = words::dots_of_about(marked(std::to_string(view.placed)),
                                                  static_cast<std::size_t>(std::max(0, view.asked)));
  draw_runs(ui, {r.right(), r.y}, placed, {Style::Strong, Token::Tx}, {Style::Body, Token::T2}, Align::Right);
  const Rect bar{r.x, r.y + ui.px(28), r.w, ui.px(8)};
  ui.fill(bar, ui.col(Token::S3), 4);
  // Room for ten per cent too many, marked: more is a fault as well.
  const float unit = view.asked > 0 ? bar.w / (1.25F * static_cast<float>(view.asked)) : 0;
  const float done = std::min(bar.w, unit * static_cast<float>(view.placed));
  const bool many = view.asked > 0 && assessment::is_too_many(view.placed, view.asked);
  if (done >= 1) ui.fill({bar.x, bar.y, done, bar.h}, ui.col(many ? Token::Over : Token::Ac), 4);
  for (const double share : {assessment::kNearlyPercent / 100.0, assessment::kTooManyPercent / 100.0})
    ui.fill({bar.x + unit * static_cast<float>(share * view.asked) - ui.px(1), bar.y - ui.px(3), ui.px(2),
             bar.h + ui.px(6)},
            ui.col(Token::Ac));
  // Below the bar there is room for two: what lies outside and the total come before which session it is.
  if (!view.session.empty() && (view.outside == 0 || view.so_far.empty()))
    ui.text({view.outside > 0 ? r.right() : r.x, bar.bottom() + ui.px(6)}, Style::Small, ui.col(Token::T2),
            view.session, view.outside > 0 ? Align::Right : Align::Left);
  if (view.outside > 0)
    ui.text({r.x, bar.bottom() + ui.px(6)}, Style::Small, ui.col(Token::Over),
            words::outside_the_field(static_cast<std::size_t>(view.outside)));
  if (!view.so_far.empty())
    ui.text({r.right(), bar.bottom() + ui.px(6)}, Style::Small, ui.col(Token::Tx), view.so_far, Align::Right);
  return ui.px(64);
}

}  // namespace trainer::ui
