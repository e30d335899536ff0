#include "trainer/ui/kit/bar.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

// A disc when depth is measured, a ring when it is simulated; the words say it too. Returns the width.
float draw_device(Ui& ui, float right, const Rect& bar, const DeviceLabel& device, Intents& intents) {
  const bool narrow = bar.w < ui.px(1100);
  const std::string words = narrow ? device_words(device, 10, false) : device_words(device);
  const float h = ui.px(32), w = ui.width(Style::Small, words) + ui.px(40);
  const Rect r{right - w, bar.centre().y - h / 2, w, h};
  const Touched p = ui.press("bar device", r);
  ui.fill(r, ui.col(p.hovered ? Token::Hov : Token::S3), 16);
  if (p.focused) ui.focus_ring(r, 16);
  const Point mark{r.x + ui.px(16), r.centre().y};
  if (device.measured)
    ui.disc(mark, ui.px(5), ui.col(Token::Ac));
  else
    ui.ring(mark, ui.px(4), ui.col(Token::T2), 2);
  ui.text_in({r.x + ui.px(28), r.y, r.w - ui.px(28), r.h}, Style::Small, ui.col(Token::Tx), words);
  if (p.clicked) intents.say(Command::OpenDeviceCheck);
  if (p.hovered) tooltip(ui, words::say("{}. Press to check this device.", device_words(device, 60)));
  return w;
}

// Right to left from `x`; returns the new right end.
float draw_right(Ui& ui, const Rect& bar, const BarView& view, Intents& intents) {
  float x = bar.right() - ui.px(16);
  const float h = ui.px(40), y = bar.centre().y - h / 2;
  if (!view.primary.empty()) {
    const float w = button_width(ui, view.primary);
    if (button(ui, "bar primary", {x - w, y, w, h}, view.primary, {.look = Look::Primary}))
      intents.say(view.primary_command);
    x -= w + ui.px(12);
  }
  const auto icon = [&](const char* id, Icon what, Command command, std::string_view tip) {
    if (button(ui, id, {x - h, y, h, h}, "", {.look = Look::Quiet})) intents.say(command);
    draw_icon(ui, what, {x - h / 2, bar.centre().y}, ui.col(Token::T2));
    if (ImGui::IsItemHovered()) tooltip(ui, tip);
    x -= h + ui.px(4);
  };
  if (view.settings) {
    icon("bar settings", Icon::Gear, Command::OpenSettings, words::say("Settings"));
    icon("bar help", Icon::Help, Command::OpenHelp,
         words::say("Help  {}", key_of(Command::OpenHelp, ui.left_handed)));
  }
  if (view.device) x -= draw_device(ui, x, bar, *view.device, intents) + ui.px(8);
  if (!view.clock.empty()) {
    const float w = std::max(ui.px(48), ui.width(Style::Label, view.clock)) + ui.px(8);
    ui.text_in({x - w - ui.px(8), bar.y, w, bar.h}, Style::Label, ui.col(Token::Tx), view.clock,
               Align::Right);
    draw_icon(ui, Icon::Clock, {x - w - ui.px(16), bar.centre().y}, ui.col(Token::T2));
    x -= w + ui.px(40);
  }
  return x;
}

void draw_steps(Ui& ui, const Rect& bar, const BarView& view, float from, float to) {
  float width = 0;
  for (const auto& s : view.steps) width += ui.width(Style::Small, s) + ui.px(28);
  const float middle = std::max(from, std::min(bar.centre().x - width / 2, to - width));
  if (width > to - from) return;
  float x = middle;
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const bool here = static_cast<int>(i) == view.step;
    x += chip(ui, {x, bar.centre().y - ui.px(12)}, view.steps[i], ui.col(here ? Token::Tx : Token::T2),
              ui.col(here ? Token::Acd : Token::S3)) +
         ui.px(8);
  }
}

}  // namespace

void draw_bar(Ui& ui, const Rect& bar, const BarView& view, Intents& intents) {
  ui.fill(bar, ui.col(Token::Bg));
  ui.rule(bar.x, bar.right(), bar.bottom() - ui.hairline());
  float x = bar.x + ui.px(16);
  if (view.back) {
    const float h = ui.px(40);
    if (button(ui, "bar back", {x, bar.centre().y - h / 2, h, h}, "", {.look = Look::Quiet}))
      intents.say(*view.back);
    draw_icon(ui, Icon::Back, {x + h / 2, bar.centre().y}, ui.col(Token::T2));
    x += h + ui.px(4);
  }
  const float right = draw_right(ui, bar, view, intents);
  const float most = std::max(ui.px(80), (view.steps.empty() ? right : bar.centre().x - ui.px(120)) - x);
  if (!view.path.empty()) {
    const std::string path = view.path + "  /  ";
    const float w = ui.width(Style::Body, path);
    if (w + ui.width(Style::Strong, view.title) <= most) {
      ui.text_in({x, bar.y, w, bar.h}, Style::Body, ui.col(Token::T2), path);
      x += w;
    }
  }
  const float title = std::min(ui.width(Style::Strong, view.title), most);
  ui.text_in({x, bar.y, title, bar.h}, Style::Strong, ui.col(Token::Tx), view.title);
  draw_steps(ui, bar, view, x + title + ui.px(16), right - ui.px(8));
}

}  // namespace trainer::ui
