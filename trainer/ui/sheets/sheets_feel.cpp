#include <fmt/format.h>

#include "trainer/ui/kit/controls.h"
#include "trainer/ui/sheets/sheets.h"

namespace trainer::ui {

namespace {

constexpr int kVolumes[] = {20, 40, 60, 80, 100};  // percent

struct Switch {
  const char* label;
  Feel feel;
  bool on;
};

void draw_switches(Ui& ui, Point at, float width, std::initializer_list<Switch> switches,
                   SettingsIntents& intents) {
  const float w = (width - 2 * ui.px(8)) / 3;
  float x = at.x;
  for (const Switch& s : switches) {
    if (toggle(ui, s.label, {x, at.y, w, ui.px(32)}, s.label, s.on)) intents.say(SetFeel{s.feel, !s.on});
    x += w + ui.px(8);
  }
}

void draw_volumes(Ui& ui, Point at, float width, int percent, SettingsIntents& intents) {
  constexpr int kCount = static_cast<int>(std::size(kVolumes));
  const float label = ui.px(84), w = (width - label - static_cast<float>(kCount) * ui.px(8)) / kCount;
  ui.text_in({at.x, at.y, label, ui.px(32)}, Style::Label, ui.col(Token::T2), "Volume");
  float x = at.x + label + ui.px(8);
  for (const int volume : kVolumes) {
    const std::string words = fmt::format("{} %", volume);
    if (button(ui, "volume " + words, {x, at.y, w, ui.px(32)}, words,
               {.chosen = volume == percent, .small = true}))
      intents.say(SetVolume{volume});
    x += w + ui.px(8);
  }
}

}  // namespace

float draw_feel_settings(Ui& ui, const Rect& in, const FeelView& view, SettingsIntents& intents) {
  float y = in.y;
  const auto title = [&](const char* text) {
    ui.text({in.x, y}, Style::Strong, ui.col(Token::Tx), text);
    y += ui.px(30);
  };
  const auto note = [&](const char* text) {
    y += ui.paragraph({in.x, y}, in.w, Style::Small, ui.col(Token::T3), text) + ui.px(20);
  };
  title("Sound");
  draw_switches(ui, {in.x, y}, in.w,
                {{"Machine", Feel::MachineSound, view.machine_sound},
                 {"Ticks at the depth band", Feel::PressTicks, view.press_ticks}},
                intents);
  y += ui.px(40);
  if (view.machine_sound || view.press_ticks) {
    draw_volumes(ui, {in.x, y}, in.w, view.percent, intents);
    y += ui.px(40);
  }
  if (!view.trouble.empty())
    y += ui.paragraph({in.x, y}, in.w, Style::Small, ui.col(Token::Over), view.trouble) + ui.px(4);
  note(
      "The machine runs lower in the skin. A high tick says that the band of right depths begins, a low one "
      "that it ends. Let go between them.");
  title("Movement");
  draw_switches(ui, {in.x, y}, in.w,
                {{"Reduced motion", Feel::ReducedMotion, view.reduced_motion},
                 {"Draw the pen", Feel::PenDrawn, view.pen_drawn}},
                intents);
  y += ui.px(40);
  note(
      "With reduced motion the view cuts instead of flying, and the skin does not ripple. Without the pen "
      "only the ring at the needle\u2019s tip is drawn.");
  return y - in.y;
}

}  // namespace trainer::ui
