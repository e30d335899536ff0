#include "trainer/ui/first_run/first_run_screen.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

void draw_name(const Ui& ui, Point at) {
  constexpr Point kDots[] = {{0, 4},   {8, 0},  {16, 5}, {4, 12}, {12, 11},
                             {20, 13}, {1, 20}, {9, 21}, {17, 20}};
  int i = 0;
  for (const Point& d : kDots)
    ui.disc({at.x + ui.px(d.x), at.y + ui.px(d.y + 2)}, ui.px(2.4F),
            ui.col(i++ == 4 ? Token::Ac : Token::Tx));
  ui.text({at.x + ui.px(36), at.y}, Style::Heading, ui.col(Token::Tx), words::say("SMP Trainer"));
}

float draw_progress(Ui& ui, Point at, float width, const FirstRunView& view) {
  if (!view.show_ten) {
    if (view.count.empty()) return 0;
    const Rect bar{at.x, at.y, width, ui.px(8)};
    ui.fill(bar, ui.col(Token::S3), 4);
    if (view.share > 0.01F)
      ui.fill({bar.x, bar.y, bar.w * std::min(1.0F, view.share), bar.h}, ui.col(Token::Ac), 4);
    ui.text({at.x, at.y + ui.px(18)}, Style::Strong, ui.col(Token::Tx), view.count);
    return ui.px(52);
  }
  for (int i = 0; i < 10; ++i) {
    const Point p{at.x + ui.px(8 + 22.0F * static_cast<float>(i)), at.y + ui.px(8)};
    const auto n = static_cast<std::size_t>(i);
    if (n < view.answers.size())
      draw_state_mark(ui, p, ui.px(7), view.answers[n].state, ui.col(state_token(view.answers[n].state)));
    else
      ui.disc(p, ui.px(7), ui.col(Token::S3));
  }
  const float y = at.y + ui.px(28);
  ui.text({at.x, y}, Style::Strong, ui.col(Token::Tx), view.count);
  if (!view.streak.empty())
    ui.text({at.x + ui.width(Style::Strong, view.count) + ui.px(8), y}, Style::Body, ui.col(Token::Ac),
            view.streak);
  return ui.px(62);
}

// Answers lean on their mark to be told apart by shape, so it goes only from a note.
float draw_answer(Ui& ui, Point at, float width, const FirstRunView& view, bool compact) {
  const bool note = view.answer_title.empty();
  const std::string& title = note ? view.note_title : view.answer_title;
  const std::string& body = note ? view.note : view.answer;
  if (body.empty()) return 0;
  const bool bare = note && compact;
  const float left = ui.px(bare      ? 12
                           : compact ? 40
                                     : 56),
              edge = ui.px(compact ? 10 : 16), inner = width - left - edge;
  const float head = ui.paragraph_height(inner, Style::Strong, title);
  const float h = edge + head + ui.px(2) + ui.paragraph_height(inner, Style::Label, body) + edge;
  const Rect r{at.x, at.y, width, h};
  ui.fill(r, ui.col(Token::S1), 8);
  ui.frame(r, ui.col(Token::Line), 8);
  const Point mark{r.x + 0.5F * left, r.centre().y};
  if (bare) {
  } else if (note)
    draw_icon(ui, Icon::Needle, mark, ui.col(Token::Ac));
  else
    draw_state_mark(ui, mark, ui.px(8), view.answer_state, ui.col(state_token(view.answer_state)));
  ui.paragraph({r.x + left, r.y + edge - ui.px(1)}, inner, Style::Strong, ui.col(Token::Tx), title);
  ui.paragraph({r.x + left, r.y + edge + ui.px(2) + head}, inner, Style::Label, ui.col(Token::T2), body);
  return h + ui.px(compact ? 12 : 24);
}

void draw_buttons(Ui& ui, Point at, const FirstRunView& view, Intents& intents) {
  float x = at.x;
  const float h = ui.px(40);
  if (!view.primary.empty()) {
    const std::string enter = key_of(Command::Proceed, ui.left_handed);
    const ButtonSpec spec{.look = Look::Primary, .key = enter};
    const float w = button_width(ui, view.primary, spec);
    if (button(ui, "first primary", {x, at.y, w, h}, view.primary, spec)) intents.say(Command::NextPart);
    x += w + ui.px(12);
  }
  if (view.skip.empty()) return;
  const float w = button_width(ui, view.skip);
  if (button(ui, "first skip", {x, at.y, w, h}, view.skip)) intents.say(Command::SkipPart);
}

}  // namespace

void draw_first_run(Ui& ui, const FirstRunLayout& layout, const FirstRunView& view, Intents& intents) {
  const Rect& w = layout.words;
  draw_name(ui, {w.x, w.y});
  const bool compact = layout.compact;
  float y = w.y + (compact ? std::max(ui.px(36), w.h * 0.08F) : std::max(ui.px(64), w.h * 0.17F));
  y += ui.paragraph({w.x, y}, w.w, compact ? Style::Title : Style::Display, ui.col(Token::Tx), view.title) +
       ui.px(compact ? 6 : 12);
  y += ui.paragraph({w.x, y}, w.w, Style::Body, ui.col(Token::T2), view.body) + ui.px(compact ? 14 : 24);
  y += draw_progress(ui, {w.x, y}, w.w, view);
  y += draw_answer(ui, {w.x, y}, w.w, view, compact);
  draw_buttons(ui, {w.x, y}, view, intents);
  const std::string promise = words::say(
      "No account, no network. Your work stays on this computer. Practice here does not make anyone "
      "competent "
      "on a living client.");
  const float foot = ui.paragraph_height(w.w, Style::Small, promise);
  if (w.bottom() - foot > y + ui.px(56))
    ui.paragraph({w.x, w.bottom() - foot}, w.w, Style::Small, ui.col(Token::T3), promise);

  const Rect& d = layout.depth;
  const float x = d.centre().x;
  const Rect bar{x - ui.px(14), d.y + ui.px(76), ui.px(28), std::max(ui.px(80), d.h - ui.px(112))};
  ui.text({x, d.y}, Style::Small, ui.col(Token::T2), words::say("depth"), Align::Centre);
  ui.text({x, d.y + ui.px(16)}, Style::Heading,
          ui.col(view.depth.now ? state_token(view.depth.state) : Token::Tx),
          view.depth.now ? number(view.depth.now->value, 2) : "\u2013", Align::Centre);
  ui.text({x, d.y + ui.px(46)}, Style::Small, ui.col(Token::T3),
          view.depth.simulated ? words::say("simulated") : words::say("measured"), Align::Centre);
  draw_depth_bar(ui, bar, view.depth, false);
  ui.text({x, bar.bottom() + ui.px(8)}, Style::Small, ui.col(Token::T3),
          words::say("{:g} mm", engine::skin::kDeepestShown.value), Align::Centre);
}

}  // namespace trainer::ui
