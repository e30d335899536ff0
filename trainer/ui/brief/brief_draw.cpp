#include <fmt/format.h>

#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

float draw_steps(Ui& ui, Point at, float width, const std::vector<BriefRow>& steps) {
  float y = at.y;
  int i = 1;
  for (const auto& step : steps) {
    ui.fill({at.x, y, ui.px(24), ui.px(24)}, ui.col(Token::Acd), 12);
    ui.text_in({at.x, y, ui.px(24), ui.px(24)}, Style::Small, ui.col(Token::Tx), fmt::format("{}", i++),
               Align::Centre);
    const float x = at.x + ui.px(38), w = width - ui.px(38);
    ui.text_in({x, y + ui.px(1), w, ui.px(22)}, Style::Strong, ui.col(Token::Tx), step.name);
    y += ui.px(24);
    if (!step.value.empty()) y += ui.paragraph({x, y}, w, Style::Label, ui.col(Token::T2), step.value, 3);
    y += ui.px(12);
  }
  return y - at.y;
}

float draw_objectives(Ui& ui, Point at, float width, const std::vector<std::string>& objectives) {
  if (objectives.empty()) return 0;
  ui.text(at, Style::Strong, ui.col(Token::Tx), words::say("Afterwards you can"));
  float y = at.y + ui.px(28);
  for (const auto& objective : objectives) {
    ui.text({at.x, y}, Style::Label, ui.col(Token::Ac), "\u2022");
    y += ui.paragraph({at.x + ui.px(16), y}, width - ui.px(16), Style::Label, ui.col(Token::T2), objective) +
         ui.px(6);
  }
  return y - at.y + ui.px(10);
}

float draw_rows(Ui& ui, Point at, float width, const std::vector<BriefRow>& rows, bool numbers) {
  float y = at.y;
  for (const auto& row : rows) {
    ui.text_in({at.x, y, width * 0.5F, ui.px(28)}, Style::Label, ui.col(numbers ? Token::Tx : Token::T2),
               row.name);
    const float from = numbers ? width * 0.5F : ui.px(96);
    ui.text_in({at.x + from, y, width - from, ui.px(28)}, numbers ? Style::Strong : Style::Label,
               ui.col(Token::Tx), row.value, numbers ? Align::Right : Align::Left);
    y += ui.px(28);
    if (numbers) ui.rule(at.x, at.x + width, y - ui.hairline());
  }
  return y - at.y;
}

}  // namespace

void draw_brief(Ui& ui, const BriefLayout& layout, const BriefView& view, BriefIntents& intents) {
  draw_bar(
      ui, layout.bar,
      {.back = Command::GoHome, .path = words::say("Lessons"), .title = view.title, .device = view.device},
      intents);
  ui.fill(layout.words, ui.col(Token::S1));
  ui.fill(layout.foot, ui.col(Token::S1));
  const float pad = ui.px(40);
  const Rect area{layout.words.x, layout.words.y, layout.words.w, layout.words.h};
  {
    Scroller scroller(ui, "brief", area);
    const float x = area.x + pad, w = area.w - 2 * pad;
    float y = scroller.top() + ui.px(32);
    ui.text_in({x, y, w, ui.px(18)}, Style::Label, ui.col(Token::Ac), view.over);
    y += ui.px(24);
    y += ui.paragraph({x, y}, w, Style::Display, ui.col(Token::Tx), view.title, 2) + ui.px(8);
    y += ui.paragraph({x, y}, std::min(w, ui.px(580)), Style::Body, ui.col(Token::T2), view.summary) +
         ui.px(20);
    if (!view.words.empty())
      y += ui.paragraph({x, y - ui.px(8)}, std::min(w, ui.px(580)), Style::Label, ui.col(Token::T2),
                        view.words) +
           ui.px(12);
    y += draw_steps(ui, {x, y}, w, view.steps) + ui.px(4);
    y += draw_objectives(ui, {x, y}, w, view.objectives);
    ui.rule(x, x + w, y);
    y += ui.px(16);
    const bool two = w > ui.px(480);
    const float column = two ? (w - ui.px(32)) / 2 : w;
    ui.text({x, y}, Style::Strong, ui.col(Token::Tx),
            view.watch ? words::say("On the couch and on the tray") : words::say("On the couch"));
    const float left = draw_rows(ui, {x, y + ui.px(28)}, column, view.facts, false) + ui.px(28);
    const float x2 = two ? x + column + ui.px(32) : x;
    const float y2 = two ? y : y + left + ui.px(16);
    ui.text({x2, y2}, Style::Strong, ui.col(Token::Tx), words::say("What is judged"));
    ui.text({x2 + column, y2 + ui.px(3)}, Style::Small, ui.col(Token::T3), view.pass, Align::Right);
    const float right = draw_rows(ui, {x2, y2 + ui.px(28)}, column, view.judged, true) + ui.px(28);
    y = std::max(y + left, y2 + right) + ui.px(16);
    scroller.content(y - scroller.top());
  }
  ui.rule(layout.foot.x, layout.foot.right(), layout.foot.y);
  const bool narrow = layout.foot.w < ui.px(520);
  const float edge = narrow ? ui.px(20) : pad;
  const float h = ui.px(48), y = layout.foot.centre().y - h / 2;
  const std::string enter = narrow ? std::string() : key_of(Command::Proceed, ui.left_handed);
  const ButtonSpec start{.look = Look::Primary, .key = enter};
  float x = layout.foot.x + edge;
  if (!view.go_on.empty()) {
    const std::string label = words::say("Continue");
    const float cw = button_width(ui, label, start) + ui.px(16);
    if (button(ui, "go on", {x, y, cw, h}, label, start)) intents.say(ContinueBroken{view.go_on});
    ui.text_in({x, y + h + ui.px(2), cw + ui.px(120), ui.px(18)}, Style::Small, ui.col(Token::T2),
               view.go_on_words);
    x += cw + ui.px(12);
  }
  const bool anew = !view.go_on.empty();
  const std::string label = anew ? words::say("Start anew") : words::say("Start");
  const ButtonSpec begin = anew ? ButtonSpec{.look = Look::Normal} : start;
  const float w = button_width(ui, label, begin) + (anew ? 0 : ui.px(24));
  if (button(ui, "start", {x, y, w, h}, label, begin)) intents.say(Command::StartWork);
  if (!view.watch) return;
  const ButtonSpec watch{.icon = Icon::Play};
  const std::string expert = words::say("Watch an expert");
  if (const float ww = button_width(ui, expert, watch); layout.foot.right() - edge >= x + w + ww + ui.px(12))
    if (button(ui, "watch", {x + w + ui.px(12), y, ww, h}, expert, watch)) intents.say(Command::WatchExpert);
}

}  // namespace trainer::ui
