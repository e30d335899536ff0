#include <fmt/format.h>

#include <algorithm>

#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

void draw_verdict(Ui& ui, const Rect& r, const DebriefView& view) {
  ui.panel(r);
  const float radius = std::min(ui.px(46), r.h / 2 - ui.px(14));
  const Point at{r.x + ui.px(24) + radius, r.centre().y};
  const Colour c = ui.col(view.passed ? Token::Ac : Token::Over);
  ui.ring(at, radius, ui.col(Token::S3), 7);
  if (!view.total.empty()) {
    ui.arc(at, radius, 0, static_cast<float>(view.share), c, 7);
    const float t = static_cast<float>(view.pass_share);
    ui.arc(at, radius, t - 0.006F, t + 0.006F, ui.col(Token::Tx), 11);
  }
  const Style total = radius < ui.px(42) ? Style::Strong : Style::Heading;
  ui.text({at.x, at.y - ui.line(total) / 2}, total, ui.col(Token::Tx),
          view.total.empty() ? "\u2013" : view.total, Align::Centre);
  const float x = at.x + radius + ui.px(24), w = r.right() - ui.px(24) - x;
  const bool roomy = r.h > ui.px(120) && !view.chips.empty();
  const Style style =
      ui.paragraph_height(w, Style::Heading, view.verdict) > ui.px(30) ? Style::Strong : Style::Heading;
  const float sub = ui.paragraph_height(w, Style::Label, view.sub, 2);
  const int most = std::max(2, static_cast<int>((r.h - ui.px(24) - sub) / ui.line(style)));
  const float verdict = ui.paragraph_height(w, style, view.verdict, most);
  const float all = verdict + ui.px(4) + sub + (roomy ? ui.px(32) : 0);
  float y = r.centre().y - all / 2;
  y += ui.paragraph({x, y}, w, style, ui.col(Token::Tx), view.verdict, most) + ui.px(4);
  y += ui.paragraph({x, y}, w, Style::Label, ui.col(Token::T2), view.sub, 2) + ui.px(8);
  if (!roomy) return;
  float cx = x;
  for (const auto& text : view.chips) {
    const float left = r.right() - ui.px(24) - cx;
    if (left < ui.px(80)) break;
    cx += chip(ui, {cx, y}, shorten(text, left - ui.px(20), ui.measure(Style::Small)), ui.col(Token::T2),
               ui.col(Token::S3)) +
          ui.px(8);
  }
}

// Name, note and value in a line; the note below the bar where they do not fit.
float draw_criterion(Ui& ui, Point at, float width, const CriterionRow& row) {
  const std::string value = row.score ? number(*row.score, 2) : "\u2013";
  const Colour c = ui.col(!row.score ? Token::T3 : *row.score < row.pass ? Token::Over : Token::Ac);
  const float v = ui.width(Style::Strong, value), gap = ui.px(12);
  ui.text({at.x + width, at.y}, Style::Strong, row.weak ? ui.col(Token::Over) : ui.col(Token::Tx), value,
          Align::Right);
  const float name = std::min(ui.width(Style::Label, row.name), width - v - gap);
  ui.text_in({at.x, at.y, name, ui.px(22)}, Style::Label, ui.col(Token::Tx), row.name);
  const bool beside = name + gap + ui.width(Style::Small, row.note) + gap + v <= width;
  if (beside)
    ui.text_in({at.x + name + gap, at.y, width - v - name - 2 * gap, ui.px(22)}, Style::Small,
               ui.col(Token::T2), row.note, Align::Right);
  const Rect bar{at.x, at.y + ui.px(25), width, ui.px(6)};
  ui.fill(bar, ui.col(Token::S3), 3);
  if (row.score && *row.score > 0.5)
    ui.fill({bar.x, bar.y, bar.w * static_cast<float>(*row.score / 100.0), bar.h}, c, 3);
  ui.fill({bar.x + bar.w * static_cast<float>(row.pass / 100.0) - ui.px(1), bar.y - ui.px(3), ui.px(2),
           bar.h + ui.px(6)},
          ui.col(Token::Tx));
  if (beside) return ui.px(42);
  ui.text_in({at.x, bar.bottom() + ui.px(4), width, ui.px(18)}, Style::Small, ui.col(Token::T2), row.note);
  return ui.px(58);
}

// `named`: a tab says already what it is.
void draw_criteria(Ui& ui, const Rect& r, const DebriefView& view, bool named) {
  ui.panel(r);
  Rect in = r.inset(ui.px(named ? 10 : 16));
  if (named) {
    in.y -= ui.px(26);
    in.h += ui.px(26);
  } else {
    ui.text({in.x, in.y}, Style::Strong, ui.col(Token::Tx), words::say("Criteria"));
    ui.text({in.right(), in.y + ui.px(3)}, Style::Small, ui.col(Token::T3), words::say("line = pass"),
            Align::Right);
  }
  Scroller scroller(ui, "criteria", {in.x, in.y + ui.px(30), in.w + ui.px(10), in.h - ui.px(30)});
  float y = scroller.top();
  const float w = in.w - ui.px(4);
  for (const auto& row : view.criteria) y += draw_criterion(ui, {in.x, y}, w, row);
  if (!view.mean_words.empty()) {
    ui.rule(in.x, in.x + w, y + ui.px(2));
    y += ui.px(12);
    y += ui.paragraph({in.x, y}, w, Style::Label, ui.col(Token::T2), view.mean_words);
  }
  scroller.content(y - scroller.top());
}

constexpr int kCauseLines = 2, kAdviceLines = 3;

// Width of the words of a row; what stands right of them has fixed places.
struct RowWidths {
  float points, time, words;
};
RowWidths row_widths(const Ui& ui, float width) {
  const float points = ui.px(74), time = width > ui.px(420) ? ui.px(56) : 0;
  return {points, time, width - ui.px(46) - ui.px(12) - points - time};
}

float row_height(const Ui& ui, float width, const LedgerRow& row) {
  const float words = row_widths(ui, width).words;
  return ui.px(20) + ui.paragraph_height(words, Style::Label, row.cause, kCauseLines) +
         ui.paragraph_height(words, Style::Small, row.advice, kAdviceLines);
}

void draw_row(Ui& ui, const Rect& r, int index, const LedgerRow& row, bool chosen, DebriefIntents& intents) {
  const Touched p = ui.press(fmt::format("ledger {}", index), r);
  if (chosen || p.hovered) ui.fill(r, ui.col(chosen ? Token::S3 : Token::S2), 8);
  if (p.focused) ui.focus_ring(r.inset(ui.px(4)), 8);
  if (p.clicked) intents.say(ChooseLine{chosen ? -1 : index});
  const Point mark{r.x + ui.px(22), r.centre().y};
  if (row.critical) {
    const float half = ui.px(8);
    ui.fill({mark.x - half, mark.y - half, 2 * half, 2 * half}, ui.col(Token::Crit), 2);
  } else if (row.weakest) {
    ui.text({mark.x, mark.y - ui.line(Style::Strong) / 2}, Style::Strong, ui.col(Token::T2), "\u2193",
            Align::Centre);
  } else {
    ui.disc(mark, ui.px(10), ui.col(row.under ? Token::Under : chosen ? Token::Over : Token::Tx));
    ui.text({mark.x, mark.y - ui.line(Style::Small) / 2}, Style::Small, ui.col(Token::Bg),
            fmt::format("{}", row.number), Align::Centre);
  }
  const auto [points, time, w] = row_widths(ui, r.w);
  const float x = r.x + ui.px(46);
  const float cause =
      ui.paragraph({x, r.y + ui.px(9)}, w, Style::Label, ui.col(Token::Tx), row.cause, kCauseLines);
  ui.paragraph({x, r.y + ui.px(11) + cause}, w, Style::Small, ui.col(Token::T2), row.advice, kAdviceLines);
  if (time > 0) ui.text_in({x + w, r.y, time, r.h}, Style::Label, ui.col(Token::T2), row.time, Align::Right);
  ui.text_in({r.right() - ui.px(12) - points, r.y, points, r.h}, Style::Strong, ui.col(Token::Tx), row.points,
             Align::Right);
}

void draw_ledger(Ui& ui, const Rect& r, const DebriefView& view, int chosen, bool named,
                 DebriefIntents& intents) {
  ui.panel(r);
  const Rect in = r.inset(ui.px(named ? 10 : 16));
  const std::string title = view.lost.empty() ? words::say("What can be said so far") : view.lost;
  if (!named) ui.text({in.x, in.y}, Style::Strong, ui.col(Token::Tx), title);
  if (!named && !view.ledger.empty() && in.w > ui.width(Style::Strong, title) + ui.px(150))
    ui.text({in.right(), in.y + ui.px(3)}, Style::Small, ui.col(Token::T3),
            words::say("click a line to fly there"), Align::Right);
  const float foot = view.sum_right.empty() || named ? 0 : ui.px(36), head = named ? 0 : ui.px(28);
  const Rect list{in.x - ui.px(8), in.y + head, in.w + ui.px(16), in.h - head - foot};
  {
    Scroller scroller(ui, "ledger", list);
    float y = scroller.top();
    int i = 0;
    for (const auto& row : view.ledger) {
      const float w = list.w - ui.px(10), h = row_height(ui, w, row);
      draw_row(ui, {list.x, y, w, h}, i, row, chosen == i, intents);
      y += h + ui.px(2);
      ++i;
    }
    scroller.content(y - scroller.top());
  }
  if (foot <= 0) return;
  const float y = in.bottom() - foot + ui.px(6);
  ui.rule(in.x, in.right(), y);
  ui.text({in.x, y + ui.px(8)}, Style::Body, ui.col(Token::T2), view.sum_left);
  ui.text({in.right() - ui.px(14), y + ui.px(8)}, Style::Strong, ui.col(Token::Tx), view.sum_right,
          Align::Right);
}

// What to do next, from the right: the first is the primary one.
void draw_actions(Ui& ui, const Rect& r, const DebriefView& view, DebriefIntents& intents) {
  const float h = ui.px(40), y = r.centre().y - h / 2;
  float x = r.right();
  for (std::size_t i = 0; i < view.actions.size(); ++i) {
    const auto& action = view.actions[i];
    const ButtonSpec spec{.look = i == 0 ? Look::Primary : Look::Normal,
                          .icon = action.command == Command::Again        ? Icon::Again
                                  : action.command == Command::OpenHealed ? Icon::None
                                                                          : Icon::Forward};
    const float w = button_width(ui, action.words, spec);
    if (x - w < r.x) break;
    if (button(ui, "action " + action.words, {x - w, y, w, h}, action.words, spec))
      intents.say(action.command);
    x -= w + ui.px(12);
  }
}

void draw_tabs(Ui& ui, const Rect& r, DebriefTab chosen, DebriefIntents& intents) {
  using words::Text;
  constexpr Text kNames[] = {Text("Points"), Text("Criteria"), Text("Over time")};
  const float w = (r.w - 2 * ui.px(8)) / 3;
  for (int i = 0; i < 3; ++i)
    if (button(ui, kNames[i].english, {r.x + static_cast<float>(i) * (w + ui.px(8)), r.y, w, r.h},
               words::say(kNames[i]), {.chosen = static_cast<int>(chosen) == i, .small = true}))
      intents.say(ChooseTab{static_cast<DebriefTab>(i)});
}

}  // namespace

void draw_debrief(Ui& ui, const DebriefLayout& layout, const DebriefView& view, const DebriefPanel& panel,
                  DebriefIntents& intents) {
  draw_bar(ui, layout.bar,
           {.back = Command::GoHome,
            .path = view.lesson,
            .title = view.watching ? words::say("An expert at work") : words::say("Review")},
           intents);
  draw_verdict(ui, layout.verdict, view);
  const auto shown = [&](DebriefTab tab) { return !layout.tabbed || panel.tab == tab; };
  if (layout.tabbed) draw_tabs(ui, layout.tabs, panel.tab, intents);
  if (shown(DebriefTab::Criteria)) draw_criteria(ui, layout.criteria, view, layout.tabbed);
  if (shown(DebriefTab::Ledger)) draw_ledger(ui, layout.ledger, view, panel.chosen, layout.tabbed, intents);
  if (shown(DebriefTab::Time)) draw_timeline(ui, layout.timeline, view, panel, intents);
  draw_actions(ui, layout.actions, view, intents);
}

}  // namespace trainer::ui
