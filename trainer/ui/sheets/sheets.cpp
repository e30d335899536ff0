#include "trainer/ui/sheets/sheets.h"

#include <fmt/format.h>

#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

float draw_group(Ui& ui, Point at, float width, std::string_view title, const std::vector<KeyLine>& lines) {
  ui.text(at, Style::Strong, ui.col(Token::Tx), title);
  float y = at.y + ui.px(28);
  for (const KeyLine& l : lines) {
    const float keys = ui.width(Style::Label, l.keys);
    ui.text_in({at.x, y, width - keys - ui.px(8), ui.px(22)}, Style::Label, ui.col(Token::T2), l.what);
    ui.text_in({at.x + width - keys, y, keys + 2, ui.px(22)}, Style::Label, ui.col(Token::Tx), l.keys);
    y += ui.px(23);
  }
  return y - at.y + ui.px(14);
}

}  // namespace

Rect open_sheet(Ui& ui, const Frame& frame, float w, float h, std::string_view title, Intents& intents,
                float tallest) {
  Rect r = sheet(frame, w, std::max(h, tallest));
  r.h = std::min(r.h, ui.px(h));
  ui.panel(r);
  const Rect in = r.inset(ui.px(24));
  ui.text({in.x, in.y}, Style::Heading, ui.col(Token::Tx), title);
  const std::string esc = key_of(Command::Back, ui.left_handed);
  const ButtonSpec close{.look = Look::Normal, .key = esc, .small = true};
  const std::string label = words::say("Close");
  const float cw = button_width(ui, label, close);
  if (button(ui, "close sheet", {in.right() - cw, in.y - ui.px(2), cw, ui.px(32)}, label, close))
    intents.say(Command::CloseSheet);
  return {in.x, in.y + ui.px(48), in.w, in.h - ui.px(48)};
}

void draw_scrim(const Ui& ui, const Frame& frame) {
  ui.fill(frame.window, with_alpha(colour(Theme::HighContrast, Token::Bg), 0.6));
}

void draw_help(Ui& ui, const Frame& frame, Intents& intents) {
  const Rect in = open_sheet(ui, frame, 860, 612, words::say("Keys and help"), intents);
  Scroller scroller(ui, "help", in);
  const bool two = in.w > ui.px(560);
  const float column = two ? (in.w - ui.px(56)) / 2 : in.w - ui.px(16);
  float left = scroller.top();
  left += draw_group(ui, {in.x, left}, column, words::say("Needle"),
                     key_lines(KeyGroup::Needle, frame.left_handed));
  left += draw_group(ui, {in.x, left}, column, words::say("Replay"),
                     key_lines(KeyGroup::Replay, frame.left_handed));
  const float x = two ? in.x + column + ui.px(40) : in.x;
  float right = two ? scroller.top() : left;
  right +=
      draw_group(ui, {x, right}, column, words::say("View"), key_lines(KeyGroup::View, frame.left_handed));
  float y = std::max(left, right);
  const std::string again = words::say("Repeat the first minutes"), about = words::say("About");
  const float w = button_width(ui, again);
  if (button(ui, "help again", {in.x, y, w, ui.px(40)}, again)) intents.say(Command::RepeatFirstRun);
  const ButtonSpec quiet{.look = Look::Outline};
  const float aw = button_width(ui, about, quiet);
  if (button(ui, "help about", {in.x + w + ui.px(12), y, aw, ui.px(40)}, about, quiet))
    intents.say(Command::OpenAbout);
  y += ui.px(52);
  scroller.content(y - scroller.top());
}

void draw_settings(Ui& ui, const Frame& frame, const SettingsView& view, SettingsIntents& intents) {
  Rect in = open_sheet(ui, frame, 600, 692, words::say("Settings"), intents);
  Scroller scroller(ui, "settings", in);
  in.w -= ui.px(16);
  float y = scroller.top();
  const auto title = [&](std::string_view text) {
    ui.text({in.x, y}, Style::Strong, ui.col(Token::Tx), text);
    y += ui.px(30);
  };
  title(words::say("Size of text and controls"));
  float x = in.x;
  for (const double scale : {1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0}) {
    const std::string label = fmt::format("{:g}\u00d7", scale);
    const float w = (in.w - 6 * ui.px(8)) / 7;
    if (button(ui, "scale " + label, {x, y, w, ui.px(32)}, label,
               {.chosen = view.scale == scale, .small = true}))
      intents.say(SetScale{scale});
    x += w + ui.px(8);
  }
  y += ui.px(56);
  title(words::say("Colours"));
  x = in.x;
  using words::Text;
  constexpr Text kThemes[] = {Text("Dark"), Text("Light"), Text("High contrast")};
  for (int i = 0; i < kThemeCount; ++i) {
    const float w = (in.w - 2 * ui.px(8)) / 3;
    const auto theme = static_cast<Theme>(i);
    if (button(ui, kThemes[i].english, {x, y, w, ui.px(32)}, words::say(kThemes[i]),
               {.chosen = view.theme == theme, .small = true}))
      intents.say(SetTheme{theme});
    x += w + ui.px(8);
  }
  y += ui.px(56);
  title(words::say("Hand and pen"));
  x = in.x;
  for (const bool left : {false, true}) {
    const float w = (in.w - 2 * ui.px(8)) / 3;
    if (button(ui, left ? "left hand" : "right hand", {x, y, w, ui.px(32)},
               left ? words::say("Left-handed") : words::say("Right-handed"),
               {.chosen = view.left_handed == left, .small = true}) &&
        view.left_handed != left)
      intents.say(Command::ToggleLeftHanded);
    x += w + ui.px(8);
  }
  y += ui.px(40);
  const ButtonSpec check{.look = Look::Normal, .small = true};
  const std::string check_it = words::say("Check the device");
  const float cw = button_width(ui, check_it, check);
  if (button(ui, "check device", {in.x, y, cw, ui.px(32)}, check_it, check))
    intents.say(Command::OpenDeviceCheck);
  ui.text_in({in.x + cw + ui.px(16), y, in.w - cw - ui.px(16), ui.px(32)}, Style::Label, ui.col(Token::T2),
             words::side_by_side({device_words(view.device, 30),
                                  view.checked ? words::say("checked") : words::say("not checked yet")}));
  y += ui.px(40);
  y += ui.paragraph(
      {in.x, y}, in.w, Style::Small, ui.col(Token::T3),
      words::say("The left-handed layout moves tools to the right and gauges to the left. Everything "
                 "changes at once and is kept."));
  y += ui.px(20);
  y += draw_feel_settings(ui, {in.x, y, in.w, 0}, view.feel, intents);
  scroller.content(y - scroller.top());
}

}  // namespace trainer::ui
