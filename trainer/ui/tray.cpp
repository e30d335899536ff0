#include "trainer/ui/tray.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scoring/shade.h"
#include "trainer/ui/controls.h"
#include "trainer/ui/sheets.h"

namespace trainer::ui {

namespace {

TrayView::Needle describe(const engine::skin::Needle& needle) {
  return {engine::skin::to_string(needle), fmt::format("{}RL, {:.2f} mm", needle.points, needle.diameter_um / 1000.0)};
}

}  // namespace

std::string dilution_text(std::int32_t milli) { return milli == 0 ? "undiluted" : fmt::format("{:g} : 1", milli / 1000.0); }

std::string asked_shades(const assessment::Site& site) {
  std::vector<std::int32_t> asked;
  for (const auto& target : site.targets())
    if (target.target.dilution) asked.push_back(static_cast<std::int32_t>(*target.target.dilution * 1000.0 + 0.5));
  std::sort(asked.begin(), asked.end(), std::greater<>());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  std::string words;
  for (const auto milli : asked) words += (words.empty() ? "" : ", ") + dilution_text(milli);
  return words;
}

TrayView make_tray_view(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  const auto& lesson = site.lesson();
  TrayView v;
  v.needles.push_back(describe(lesson.machine.needle));
  for (const auto& name : lesson.needles)
    if (const auto needle = engine::skin::parse_needle(name); needle && *needle != lesson.machine.needle) v.needles.push_back(describe(*needle));
  v.needle = engine::skin::to_string(attempt.skin.machine.needle);
  std::vector<std::int32_t> mixes{lesson.machine.dilution_milli};
  for (const double parts : engine::scoring::dilution_ladder()) mixes.push_back(static_cast<std::int32_t>(parts * 1000.0 + 0.5));
  for (const auto& target : site.targets())
    if (target.target.dilution) mixes.push_back(static_cast<std::int32_t>(*target.target.dilution * 1000.0 + 0.5));
  std::sort(mixes.begin(), mixes.end(), std::greater<>());
  mixes.erase(std::unique(mixes.begin(), mixes.end()), mixes.end());
  for (const auto milli : mixes) v.mixes.push_back({milli, dilution_text(milli)});
  v.dilution_milli = attempt.skin.machine.dilution_milli;
  if (const auto asked = asked_shades(site); !asked.empty()) v.asked = "This lesson asks for " + asked + ".";
  return v;
}

void draw_tray_sheet(Ui& ui, const Frame& frame, const TrayView& view, Intents& intents) {
  const Rect in = open_sheet(ui, frame, 600, 372, "On the tray", intents);
  Scroller scroller(ui, "tray", in);
  const float width = in.w - ui.px(12), gap = ui.px(8);
  float y = scroller.top();
  // Buttons in rows of so many, below a title.
  const auto choices = [&](const char* title, std::size_t across, std::size_t count, auto draw) {
    ui.text({in.x, y}, Style::Strong, ui.col(Token::Tx), title);
    y += ui.px(30);
    const float w = (width - static_cast<float>(across - 1) * gap) / static_cast<float>(across);
    for (std::size_t i = 0; i < count; ++i) draw(i, Rect{in.x + static_cast<float>(i % across) * (w + gap), y + static_cast<float>(i / across) * ui.px(40), w, ui.px(32)});
    y += static_cast<float>((count + across - 1) / across) * ui.px(40) + ui.px(12);
  };
  choices("Needle", 4, view.needles.size(), [&](std::size_t i, const Rect& r) {
    const auto& needle = view.needles[i];
    if (button(ui, "needle " + needle.name, r, needle.words, {.chosen = needle.name == view.needle, .small = true})) intents.emplace_back(ChooseNeedle{needle.name});
  });
  choices("Parts of water to one of pigment", 5, view.mixes.size(), [&](std::size_t i, const Rect& r) {
    const auto& mix = view.mixes[i];
    if (button(ui, "mix " + mix.words, r, mix.words, {.chosen = mix.dilution_milli == view.dilution_milli, .small = true})) intents.emplace_back(ChooseDilution{mix.dilution_milli});
  });
  const std::string note = (view.asked.empty() ? "" : view.asked + " ") + std::string("More water heals lighter. One can darken in the next session, never lighten.");
  y += ui.paragraph({in.x, y}, width, Style::Label, ui.col(Token::T2), note);
  scroller.content(y - scroller.top());
}

}  // namespace trainer::ui
