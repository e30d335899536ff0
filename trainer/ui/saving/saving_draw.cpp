#include <algorithm>

#include "trainer/ui/kit/controls.h"
#include "trainer/ui/saving/saving.h"

namespace trainer::ui {

namespace {

constexpr float kSheetPt = 600, kPlacePt = 44;

void draw_choices(Ui& ui, const Rect& row, const SavingView& view, SavingIntents& intents) {
  float right = row.right();
  const auto choice = [&](const char* id, const std::string& label, const ButtonSpec& spec) {
    const float w = button_width(ui, label, spec);
    right -= w;
    const bool chosen = button(ui, id, {right, row.y, w, row.h}, label, spec);
    right -= ui.px(16);
    return chosen;
  };
  if (!view.on.empty()) {
    const std::string enter = key_of(Command::Proceed, ui.left_handed);
    if (choice("saving on", view.on, {.look = Look::Primary, .key = enter})) intents.say(Command::Proceed);
    return;
  }
  if (!view.go.empty() && choice("saving go", view.go, {.look = Look::Danger}))
    intents.say(Command::GoUnsaved);
  if (choice("saving stay", view.stay, {.look = Look::Primary, .key = "Esc"}))
    intents.say(Command::KeepWorking);
}

}  // namespace

Rect banner_rect(const Frame& whole) {
  Rect r = whole.window;
  return r.take_top(whole.px(kBannerPt));
}

void draw_banner(Ui& ui, const Rect& r, const BannerView& view, Intents& intents) {
  ui.fill(r, ui.col(Token::S1));
  ui.fill({r.x, r.y, ui.px(6), r.h}, ui.col(view.grave ? Token::Crit : Token::Warm));
  ui.rule(r.x, r.right(), r.bottom() - ui.hairline());
  float right = r.right() - ui.px(16);
  if (!view.button.empty()) {
    const ButtonSpec spec{.look = Look::Normal, .small = true};
    const float w = button_width(ui, view.button, spec);
    if (button(ui, "banner button", {right - w, r.centre().y - ui.px(16), w, ui.px(32)}, view.button, spec))
      intents.say(Command::OpenSaving);
    right -= w + ui.px(16);
  }
  const float x = r.x + ui.px(22), width = right - x;
  constexpr int kLines = 2;
  const float h = ui.paragraph_height(width, Style::Small, view.text, kLines);
  ui.paragraph({x, r.centre().y - h / 2}, width, Style::Small, ui.col(Token::Tx), view.text, kLines);
}

void draw_saving(Ui& ui, const Frame& frame, const SavingView& view, SavingIntents& intents) {
  const float inner = ui.px(kSheetPt - 48);
  const float body = ui.paragraph_height(inner, Style::Body, view.body);
  const auto rows = static_cast<float>(view.places.size() + (view.again.empty() ? 0 : 1));
  const float list = ui.px(rows * kPlacePt + (rows > 0 ? 8 : 0));
  const Rect r = sheet(frame, kSheetPt, 60 + (body + list) / ui.scale + 16 + 40 + 24);
  ui.panel(r);
  const float x = r.x + ui.px(24);
  ui.text({x, r.y + ui.px(20)}, Style::Heading, ui.col(Token::Tx), view.title);
  float y = r.y + ui.px(56);
  const float foot = r.bottom() - ui.px(56);
  const Rect scrolled{x, y, inner, foot - ui.px(12) - y};
  {
    Scroller scroller(ui, "saving", scrolled);
    y = scroller.top();
    y += ui.paragraph({x, y}, inner, Style::Body, ui.col(Token::T2), view.body) + ui.px(8);
    for (const auto& place : view.places) {
      if (button(ui, "place " + place.folder, {x, y, inner, ui.px(36)}, place.name, {.look = Look::Normal}))
        intents.say(KeepIn{place.folder});
      y += ui.px(kPlacePt);
    }
    if (!view.again.empty() &&
        button(ui, "place again", {x, y, inner, ui.px(36)}, view.again, {.look = Look::Outline}))
      intents.say(KeepIn{});
    if (!view.again.empty()) y += ui.px(kPlacePt);
    scroller.content(y - scroller.top());
  }
  draw_choices(ui, {x, foot, inner, ui.px(40)}, view, intents);
}

}  // namespace trainer::ui
