#include "trainer/ui/tray/tray.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/scoring/shade.h"
#include "engine/skin/machine.h"
#include "engine/skin/stroke.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

namespace skin = engine::skin;

// What such needles are taken for (docs/domain.md 2.1).
std::string use_of(const skin::Needle& needle) {
  if (needle.diameter_um > 300) return words::say("bulk only: large dots");
  if (needle.points == 1)
    return needle.taper == skin::Taper::Long ? words::say("edge, crisp, less ink")
                                             : words::say("hairline, fine detail");
  return needle.points <= 3 ? words::say("fill, density") : words::say("shading, large dots");
}

TrayView::Needle describe(const skin::Needle& needle) {
  return {skin::to_string(needle), needle_text(needle), use_of(needle), needle.points,
          engine::core::Mm{needle.diameter_um / 1000.0}};
}

TrayView::Row row(Setting setting, std::string name, std::string value, std::string usual, std::int32_t now,
                  std::int32_t step, std::int32_t least, std::int32_t most) {
  return {setting,
          std::move(name),
          std::move(value),
          std::move(usual),
          now,
          std::max(least, now - step),
          std::min(most, now + step)};
}

std::vector<TrayView::Row> make_rows(const skin::Machine& m) {
  const auto mm = [](std::int32_t um) { return words::say("{:.1f} mm", um / 1000.0); };
  std::vector<TrayView::Row> rows;
  rows.push_back(
      row(Setting::SetOut, words::say("Set-out"), mm(m.set_um),
          words::say("usual {:g}\u2013{:g} mm. Reaches {:.2f} mm into this skin at most",
                     skin::kUsualSetLow / 1000.0, skin::kUsualSetHigh / 1000.0, skin::reach_um(m) / 1000.0),
          m.set_um, 100, 500, 3500));
  if (m.rate_mhz == 0) return rows;
  rows.push_back(row(Setting::Stroke, words::say("Stroke"), mm(m.stroke_um),
                     words::say("usual {:g}\u2013{:g} mm. Longer hits harder and takes up more pigment",
                                skin::kUsualStrokeLow / 1000.0, skin::kUsualStrokeHigh / 1000.0),
                     m.stroke_um, 100, skin::kLeastStrokeUm, skin::kMostStrokeUm));
  rows.push_back(
      row(Setting::Rate, words::say("Voltage and rate"),
          words::say("{:.1f} V, {:.0f} Hz", skin::voltage_mv(m.rate_mhz) / 1000.0, m.rate_mhz / 1000.0),
          words::say("usual {:g}\u2013{:g} V, {:g}\u2013{:g} Hz. One knob: more strikes, more pigment",
                     skin::voltage_mv(skin::kUsualRateLow) / 1000.0,
                     skin::voltage_mv(skin::kUsualRateHigh) / 1000.0, skin::kUsualRateLow / 1000.0,
                     skin::kUsualRateHigh / 1000.0),
          m.rate_mhz, 0, 1'000, 200'000));
  // Half a volt a press.
  constexpr std::int32_t kHalfVolt = 500;
  const std::int32_t volts = skin::voltage_mv(m.rate_mhz);
  rows.back().less = std::max(skin::rate_mhz_of(kHalfVolt), skin::rate_mhz_of(volts - kHalfVolt));
  rows.back().more = skin::rate_mhz_of(volts + kHalfVolt);
  return rows;
}

}  // namespace

std::string needle_text(const skin::Needle& needle) {
  const double mm = needle.diameter_um / 1000.0;
  switch (needle.taper) {
    case skin::Taper::Long:
      return words::say("{}RL, {:.2f} mm, long taper", needle.points, mm);
    case skin::Taper::Short:
      return words::say("{}RL, {:.2f} mm, short taper", needle.points, mm);
    default:
      return words::say("{}RL, {:.2f} mm", needle.points, mm);
  }
}

std::string dilution_text(std::int32_t milli) {
  return milli == 0 ? words::say("undiluted") : words::say("{:g} : 1", milli / 1000.0);
}

words::ToolKeys tool_keys(bool left_handed) {
  return {key_of(Command::OpenTray, left_handed), key_of(Command::Stretch, left_handed)};
}

std::string asked_shades(const assessment::Site& site) {
  std::vector<std::int32_t> asked;
  for (const auto& target : site.targets())
    if (target.target.dilution)
      asked.push_back(static_cast<std::int32_t>(*target.target.dilution * 1000.0 + 0.5));
  std::sort(asked.begin(), asked.end(), std::greater<>());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  std::vector<std::string> all;
  for (const auto milli : asked) all.push_back(dilution_text(milli));
  return words::listed(all);
}

TrayView make_tray_view(const runner::Attempt& attempt, const TrayPanel& panel) {
  const auto& site = *attempt.site;
  const auto& lesson = site.lesson();
  TrayView v;
  v.needles.push_back(describe(lesson.machine.needle));
  for (const auto& name : lesson.needles)
    if (const auto needle = engine::skin::parse_needle(name); needle && *needle != lesson.machine.needle)
      v.needles.push_back(describe(*needle));
  v.needle = engine::skin::to_string(attempt.skin.machine.needle);
  std::vector<std::int32_t> mixes{lesson.machine.dilution_milli};
  for (const double parts : engine::scoring::dilution_ladder())
    mixes.push_back(static_cast<std::int32_t>(parts * 1000.0 + 0.5));
  for (const auto& target : site.targets())
    if (target.target.dilution)
      mixes.push_back(static_cast<std::int32_t>(*target.target.dilution * 1000.0 + 0.5));
  std::sort(mixes.begin(), mixes.end(), std::greater<>());
  mixes.erase(std::unique(mixes.begin(), mixes.end()), mixes.end());
  for (const auto milli : mixes) v.mixes.push_back({milli, dilution_text(milli)});
  v.dilution_milli = attempt.skin.machine.dilution_milli;
  if (const auto asked = asked_shades(site); !asked.empty())
    v.asked = words::say("This lesson asks for {}.", asked);
  const auto& m = attempt.skin.machine;
  v.pigment_parts = panel.pigment_parts;
  v.water = (m.dilution_milli * panel.pigment_parts + 500) / 1000;
  v.pigment = m.pigment;
  v.pigments.push_back(lesson.machine.pigment);
  for (const auto& toned : attempt.skin.pigments.toned)
    if (toned.name != lesson.machine.pigment) v.pigments.push_back(toned.name);
  v.rows = make_rows(m);
  v.notices = runner::tool_notices(attempt);
  // An own hand lets go of the skin while it is on the tray.
  if (lesson.stretch_by == lessons::StretchBy::Own)
    std::erase_if(v.notices, [](const auto& n) { return n.fault == runner::ToolFault::Slack; });
  v.more = panel.more;
  v.dry = m.dry;
  return v;
}

namespace {

std::string_view id_of(Setting setting) {
  return setting == Setting::SetOut ? "set-out" : setting == Setting::Stroke ? "stroke" : "rate";
}

class Sheet {
 public:
  Sheet(Ui& ui, const Rect& in, float top, TrayIntents& intents)
      : ui_(ui), intents_(intents), x_(in.x), width_(in.w - ui.px(12)), y_(top) {}
  [[nodiscard]] float bottom() const { return y_; }

  void needles(const TrayView& view) {
    title(words::say("Needle"));
    constexpr std::size_t kAcross = 3;
    const float gap = ui_.px(8), w = (width_ - (kAcross - 1) * gap) / kAcross, h = ui_.px(64);
    for (std::size_t i = 0; i < view.needles.size(); ++i) {
      const auto& needle = view.needles[i];
      const Rect r{x_ + static_cast<float>(i % kAcross) * (w + gap),
                   y_ + static_cast<float>(i / kAcross) * (h + gap), w, h};
      if (card(ui_, "needle " + needle.name, r, needle.name == view.needle))
        intents_.say(ChooseNeedle{needle.name});
      tips(needle, {r.x + ui_.px(30), r.centre().y});
      const float tx = r.x + ui_.px(60);
      ui_.text_in({tx, r.y + ui_.px(12), r.right() - tx - ui_.px(6), ui_.px(20)}, Style::Label,
                  ui_.col(Token::Tx), needle.words);
      ui_.text_in({tx, r.y + ui_.px(33), r.right() - tx - ui_.px(6), ui_.px(18)}, Style::Small,
                  ui_.col(Token::T2), needle.use);
    }
    y_ += static_cast<float>((view.needles.size() + kAcross - 1) / kAcross) * (h + gap) + ui_.px(10);
  }

  void mixes(const TrayView& view) {
    title(words::say("Parts of water to one of pigment"));
    choices(5, view.mixes.size(), [&](std::size_t i, const Rect& r) {
      const auto& mix = view.mixes[i];
      if (button(ui_, fmt::format("mix {}", mix.dilution_milli), r, mix.words,
                 {.chosen = mix.dilution_milli == view.dilution_milli, .small = true}))
        intents_.say(ChooseDilution{mix.dilution_milli});
    });
    constexpr std::int32_t kMostParts = 10, kMostWater = 40;
    const auto mixed = [&](std::int32_t water, std::int32_t pigment) {
      intents_.say(MixParts{std::clamp(water, 0, kMostWater * pigment), pigment});
    };
    stepper("water", words::parts_of_water(static_cast<std::size_t>(view.water)), 0,
            [&](int by) { mixed(view.water + by, view.pigment_parts); });
    stepper("pigment", words::parts_of_pigment(static_cast<std::size_t>(view.pigment_parts)), 1,
            [&](int by) { mixed(view.water, std::clamp(view.pigment_parts + by, 1, kMostParts)); });
    y_ += ui_.px(44);
  }

  void pigments(const TrayView& view) {
    title(words::say("Pigment"));
    choices(4, view.pigments.size(), [&](std::size_t i, const Rect& r) {
      if (button(ui_, "pigment " + view.pigments[i], r, view.pigments[i],
                 {.chosen = view.pigments[i] == view.pigment, .small = true}))
        intents_.say(ChoosePigment{view.pigments[i]});
    });
  }

  void more(const TrayView& view) {
    const std::string label = view.more ? words::say("Less") : words::say("More: set-out, stroke, voltage");
    if (button(ui_, "more tools", {x_, y_, button_width(ui_, label, {.small = true}), ui_.px(32)}, label,
               {.look = Look::Outline, .small = true}))
      intents_.say(Command::ToggleMoreTools);
    y_ += ui_.px(44);
    if (!view.more) return;
    for (const auto& row : view.rows) {
      const float side = ui_.px(32), right = x_ + width_, value = ui_.px(126),
                  less = right - 2 * side - value;
      ui_.text_in({x_, y_, ui_.px(140), ui_.px(22)}, Style::Label, ui_.col(Token::Tx), row.name);
      ui_.text_in({x_, y_ + ui_.px(20), less - x_ - ui_.px(8), ui_.px(18)}, Style::Small, ui_.col(Token::T3),
                  row.usual);
      ui_.text_in({less + side, y_, value, side}, Style::Strong, ui_.col(Token::Tx), row.value,
                  Align::Centre);
      if (button(ui_, fmt::format("less {}", id_of(row.setting)), {less, y_, side, side}, "\u2212",
                 {.enabled = row.less != row.now, .small = true}))
        intents_.say(SetTool{row.setting, row.less});
      if (button(ui_, fmt::format("more {}", id_of(row.setting)), {right - side, y_, side, side}, "+",
                 {.enabled = row.more != row.now, .small = true}))
        intents_.say(SetTool{row.setting, row.more});
      y_ += ui_.px(48);
    }
    y_ += ui_.paragraph(
              {x_, y_}, width_, Style::Small, ui_.col(Token::T3),
              words::say("What each does to the dot is a judgement of this program, not a standard.")) +
          ui_.px(12);
  }

  void notices(const TrayView& view) {
    for (const auto& notice : view.notices) {
      const words::Said said = words::of(notice, tool_keys(ui_.left_handed));
      draw_icon(ui_, Icon::Warning, {x_ + ui_.px(10), y_ + ui_.px(11)}, ui_.col(Token::Over));
      const float tx = x_ + ui_.px(32), w = width_ - ui_.px(32);
      y_ += ui_.paragraph({tx, y_}, w, Style::Label, ui_.col(Token::Tx), said.what) + ui_.px(2);
      y_ += ui_.paragraph({tx, y_}, w, Style::Small, ui_.col(Token::T2), said.advice) + ui_.px(10);
    }
  }

  void note(const std::string& text) {
    y_ += ui_.paragraph({x_, y_}, width_, Style::Label, ui_.col(Token::T2), text) + ui_.px(12);
  }

 private:
  void title(std::string_view text) {
    ui_.text({x_, y_}, Style::Strong, ui_.col(Token::Tx), text);
    y_ += ui_.px(30);
  }

  // Buttons in rows of so many.
  template <class Draw>
  void choices(std::size_t across, std::size_t count, Draw draw) {
    const float gap = ui_.px(8),
                w = (width_ - static_cast<float>(across - 1) * gap) / static_cast<float>(across);
    for (std::size_t i = 0; i < count; ++i)
      draw(i, Rect{x_ + static_cast<float>(i % across) * (w + gap),
                   y_ + static_cast<float>(i / across) * ui_.px(40), w, ui_.px(32)});
    y_ += static_cast<float>((count + across - 1) / across) * ui_.px(40) + ui_.px(8);
  }

  // "- 14 parts water +", the left or the right half of a row.
  template <class Step>
  void stepper(const std::string& id, const std::string& words, int half, Step step) {
    // So far apart that the plus of one is not taken for the minus of the other.
    const float side = ui_.px(32), apart = ui_.px(48), w = (width_ - apart) / 2,
                x = x_ + static_cast<float>(half) * (w + apart);
    if (button(ui_, "less " + id, {x, y_, side, side}, "\u2212", {.small = true})) step(-1);
    ui_.text_in({x + side, y_, w - 2 * side, side}, Style::Label, ui_.col(Token::Tx), words, Align::Centre);
    if (button(ui_, "more " + id, {x + w - side, y_, side, side}, "+", {.small = true})) step(1);
  }

  // The points of a round liner as they stand together, eight times as large as life at the most.
  void tips(const TrayView::Needle& needle, Point centre) {
    ui_.disc(centre, ui_.px(20), colour(Theme::Dark, Token::Bg));
    const float r = ui_.px(static_cast<float>(needle.diameter.value) * 14.0F);
    const Colour c = colour(Theme::Dark, Token::T2);
    if (needle.points == 1) return ui_.disc(centre, r, c);
    constexpr auto kHalfTurn = static_cast<float>(engine::core::kPi);
    const int around = needle.points > 5 ? needle.points - 1 : needle.points;
    const float apart = std::max(r * 1.1F, r / std::sin(kHalfTurn / static_cast<float>(around)));
    const float fit = std::min(1.0F, ui_.px(18) / (apart + r));
    if (around != needle.points) ui_.disc(centre, r * fit, c);
    for (int i = 0; i < around; ++i) {
      const float angle = 2 * kHalfTurn * static_cast<float>(i) / static_cast<float>(around);
      ui_.disc({centre.x + fit * apart * std::sin(angle), centre.y - fit * apart * std::cos(angle)}, r * fit,
               c);
    }
  }

  Ui& ui_;
  TrayIntents& intents_;
  float x_, width_, y_;
};

}  // namespace

// It unfolds downwards, and what comes and goes stands last: nothing moves under the pointer.
void draw_tray_sheet(Ui& ui, const Frame& frame, const TrayView& view, TrayIntents& intents) {
  const float height = view.dry ? 300.0F : 600.0F, unfolded = 150.0F;  // points
  const Rect in = open_sheet(ui, frame, 640, height + (view.more ? unfolded : 0.0F),
                             words::say("On the tray"), intents, height + unfolded);
  Scroller scroller(ui, "tray", in);
  Sheet sheet(ui, in, scroller.top(), intents);
  sheet.needles(view);
  if (view.dry) {
    sheet.note(words::say("A dry needle works the scar: no pigment until it has healed."));
  } else {
    sheet.mixes(view);
    sheet.pigments(view);
    sheet.note(words::together(
        {view.asked,
         words::say("More water heals lighter. One can darken in the next session, never lighten.")}));
  }
  sheet.more(view);
  sheet.notices(view);
  scroller.content(sheet.bottom() - scroller.top());
}

}  // namespace trainer::ui
