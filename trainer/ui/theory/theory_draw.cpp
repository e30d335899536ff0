#include <fmt/format.h>

#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/ui/theory/theory_screen.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

constexpr float kMark = 40;  // points for the number before an answer

struct RowPaint {
  Colour back, edge, mark;
  float line = 1;
};

RowPaint paint_of(const Ui& ui, AnswerLook look, const Touched& p) {
  const auto c = [&ui](Token t) { return ui.col(t); };
  switch (look) {
    case AnswerLook::Chosen:
      return {c(Token::Acd), c(Token::Ac), c(Token::Tx), 2};
    case AnswerLook::Right:
      return {c(Token::Acd), c(Token::Ac), c(Token::Ac), 2};
    case AnswerLook::Wrong:
      return {c(Token::S2), c(Token::Over), c(Token::Over), 2};
    case AnswerLook::Other:
      return {c(Token::S1), c(Token::Line), c(Token::T3)};
    case AnswerLook::Open:
      break;
  }
  return {p.hovered ? c(Token::S3) : c(Token::S2), c(Token::Edge), c(Token::T2)};
}

std::string said_of(AnswerLook look) {
  if (look == AnswerLook::Right) return words::say("right");
  return look == AnswerLook::Wrong ? words::say("your answer") : std::string();
}

// Full width, at least 48 high; returns its height.
float draw_answer(Ui& ui, Point at, float width, int index, const TheoryRow& row, bool open,
                  TheoryIntents& intents) {
  const std::string said = said_of(row.look);
  const bool ticked = row.look == AnswerLook::Right;
  const float tick_w = ticked ? ui.px(22) : 0;
  const float said_w = said.empty() ? 0 : ui.width(Style::Small, said) + tick_w + ui.px(16);
  const float text_w = width - ui.px(kMark + 16) - said_w;
  const float text_h = ui.paragraph_height(text_w, Style::Body, row.text);
  const Rect r{at.x, at.y, width, std::max(ui.px(48), text_h + ui.px(20))};
  const Touched p = ui.press(fmt::format("answer {}", index), r, open);
  const RowPaint paint = paint_of(ui, row.look, p);
  ui.fill(r, paint.back, 8);
  ui.frame(r, paint.edge, 8, paint.line);
  if (p.focused) ui.focus_ring(r, 8);
  const Point mark{r.x + ui.px(kMark / 2 + 4), r.centre().y};
  ui.text({mark.x, mark.y - ui.line(Style::Strong) / 2}, Style::Strong, paint.mark,
          fmt::format("{}", index + 1), Align::Centre);
  ui.paragraph({r.x + ui.px(kMark + 4), r.centre().y - text_h / 2}, text_w, Style::Body,
               ui.col(row.look == AnswerLook::Other ? Token::T2 : Token::Tx), row.text);
  if (said_w > 0)
    ui.text_in({r.x, r.y, width - ui.px(14), r.h}, Style::Small, ui.col(Token::T2), said, Align::Right);
  if (ticked)
    draw_icon(ui, Icon::Check, {r.right() - ui.px(14 + 11) - ui.width(Style::Small, said), mark.y},
              paint.mark);
  if (p.clicked) intents.say(ChooseAnswer{index});
  return r.h;
}

float draw_why(Ui& ui, Point at, float width, const TheoryView& view) {
  float y = at.y;
  ui.text({at.x, y}, Style::Strong, ui.col(view.right ? Token::Ac : Token::Over), view.verdict);
  y += ui.px(28);
  y += ui.paragraph({at.x, y}, width, Style::Body, ui.col(Token::Tx), view.why) + ui.px(14);
  const float tag = chip(ui, {at.x, y}, view.tag, ui.col(Token::Tx), ui.col(Token::S3)) + ui.px(12);
  const float source = view.source.empty() ? 0
                                           : ui.paragraph({at.x + tag, y + ui.px(3)}, width - tag,
                                                          Style::Small, ui.col(Token::T3), view.source);
  return y - at.y + std::max(ui.px(24), source);
}

void draw_foot(Ui& ui, const Rect& foot, float edge, const TheoryView& view, TheoryIntents& intents) {
  ui.fill(foot, ui.col(Token::S1));
  ui.rule(foot.x, foot.right(), foot.y);
  const float h = ui.px(48), y = foot.centre().y - h / 2;
  const std::string label = view.answered ? words::say("Continue") : words::say("Answer");
  const std::string enter = key_of(Command::Proceed, ui.left_handed);
  const ButtonSpec spec{.look = Look::Primary, .enabled = view.answered || view.can_answer, .key = enter};
  const float w = button_width(ui, label, spec) + ui.px(16);
  if (button(ui, "answer or go on", {foot.x + edge, y, w, h}, label, spec))
    intents.say(view.answered ? Command::NextQuestion : Command::ConfirmAnswer);
  const float x = foot.x + edge + w + ui.px(16);
  if (view.may_ask_again) {
    const std::string again = words::say("Ask me again later");
    const float aw = button_width(ui, again, {.icon = Icon::Check, .small = true}) + ui.px(8);
    if (x + aw < foot.right() &&
        toggle(ui, "ask again", {x, foot.centre().y - ui.px(20), aw, ui.px(40)}, again, view.later))
      intents.say(Command::AskAgainLater);
  } else if (!view.answered) {
    ui.text_in({x, y, foot.right() - edge - x, h}, Style::Label, ui.col(Token::T3),
               words::say("1\u2013{} choose", view.rows.size()));
  }
}

}  // namespace

void draw_theory(Ui& ui, const BriefLayout& layout, const TheoryView& view, TheoryIntents& intents) {
  draw_bar(ui, layout.bar,
           {.back = Command::AskLeave,
            .path = view.lesson,
            .title = view.step,
            .steps = view.steps,
            .step = view.step_number,
            .clock = view.clock,
            .primary = {}},
           intents);
  ui.fill(layout.words, ui.col(Token::S1));
  const float pad = ui.px(layout.words.w < ui.px(520) ? 20 : 40);
  {
    Scroller scroller(ui, "theory", layout.words);
    const float x = layout.words.x + pad, w = std::min(layout.words.w - 2 * pad, ui.px(760));
    float y = scroller.top() + ui.px(32);
    ui.text_in({x, y, w, ui.px(18)}, Style::Label, ui.col(Token::Ac), view.over);
    y += ui.px(28);
    y += ui.paragraph({x, y}, w, Style::Heading, ui.col(Token::Tx), view.question) + ui.px(20);
    for (int i = 0; i < static_cast<int>(view.rows.size()); ++i)
      y += draw_answer(ui, {x, y}, w, i, view.rows[static_cast<std::size_t>(i)], !view.answered, intents) +
           ui.px(8);
    y += ui.px(16);
    if (view.answered) y += draw_why(ui, {x, y}, w, view) + ui.px(16);
    if (!view.saving.empty())
      y += ui.paragraph({x, y}, w, Style::Label, ui.col(Token::Over), view.saving) + ui.px(16);
    scroller.content(y - scroller.top());
  }
  draw_foot(ui, layout.foot, pad, view, intents);
}

}  // namespace trainer::ui
