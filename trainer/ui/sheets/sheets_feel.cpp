#include <fmt/format.h>

#include "trainer/ui/kit/controls.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

using words::Text;

constexpr int kVolumes[] = {20, 40, 60, 80, 100};  // percent

struct Switch {
  words::Text label;
  FeelSwitch feel;
  bool on;
};

void draw_switches(Ui& ui, Point at, float width, std::initializer_list<Switch> switches,
                   SettingsIntents& intents) {
  const float w = (width - 2 * ui.px(8)) / 3;
  float x = at.x;
  for (const Switch& s : switches) {
    if (toggle(ui, s.label.english, {x, at.y, w, ui.px(32)}, words::say(s.label), s.on))
      intents.say(SetFeel{s.feel, !s.on});
    x += w + ui.px(8);
  }
}

void draw_volumes(Ui& ui, Point at, float width, int percent, SettingsIntents& intents) {
  constexpr int kCount = static_cast<int>(std::size(kVolumes));
  const float label = ui.px(84), w = (width - label - static_cast<float>(kCount) * ui.px(8)) / kCount;
  ui.text_in({at.x, at.y, label, ui.px(32)}, Style::Label, ui.col(Token::T2), words::say("Volume"));
  float x = at.x + label + ui.px(8);
  for (const int volume : kVolumes) {
    const std::string shown = words::say("{} %", volume);
    if (button(ui, fmt::format("volume {} %", volume), {x, at.y, w, ui.px(32)}, shown,
               {.chosen = volume == percent, .small = true}))
      intents.say(SetVolume{volume});
    x += w + ui.px(8);
  }
}

}  // namespace

float draw_feel_settings(Ui& ui, const Rect& in, const FeelView& view, SettingsIntents& intents) {
  float y = in.y;
  const auto title = [&](std::string_view text) {
    ui.text({in.x, y}, Style::Strong, ui.col(Token::Tx), text);
    y += ui.px(30);
  };
  const auto note = [&](std::string_view text) {
    y += ui.paragraph({in.x, y}, in.w, Style::Small, ui.col(Token::T3), text) + ui.px(20);
  };
  title(words::say("Sound"));
  draw_switches(ui, {in.x, y}, in.w,
                {{Text("Machine"), FeelSwitch::MachineSound, view.machine_sound},
                 {Text("Ticks at the depth band"), FeelSwitch::PressTicks, view.press_ticks}},
                intents);
  y += ui.px(40);
  if (view.machine_sound || view.press_ticks) {
    draw_volumes(ui, {in.x, y}, in.w, view.percent, intents);
    y += ui.px(40);
  }
  if (!view.trouble.empty())
    y += ui.paragraph({in.x, y}, in.w, Style::Small, ui.col(Token::Over), view.trouble) + ui.px(4);
  note(words::say(
      "The machine runs lower in the skin. A high tick says that the band of right depths begins, a low one "
      "that it ends. Let go between them."));
  title(words::say("Movement"));
  draw_switches(ui, {in.x, y}, in.w,
                {{Text("Reduced motion"), FeelSwitch::ReducedMotion, view.reduced_motion},
                 {Text("Draw the pen"), FeelSwitch::PenDrawn, view.pen_drawn}},
                intents);
  y += ui.px(40);
  note(words::say(
      "With reduced motion the view cuts instead of flying, and the skin does not ripple. Without the pen "
      "only the ring at the needle\u2019s tip is drawn."));
  return y - in.y;
}

}  // namespace trainer::ui
