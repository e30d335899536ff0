#include <algorithm>

#include "engine/scoring/rubric.h"
#include "trainer/runner/decide.h"
#include "trainer/runner/progress.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/kit/text.h"
#include "trainer/words/causes.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::ui {

using assessment::Assessment;
using words::points_text;

namespace {

void add_criteria(const runner::Attempt& attempt, const Assessment& a, DebriefView& v) {
  for (const auto& c : a.criteria) {
    CriterionRow row;
    row.name = words::label(c.id);
    row.pass = attempt.site->lesson().rubric.pass / 100.0;
    if (c.minimum) row.pass = *c.minimum / 100.0;
    if (c.score) row.score = *c.score / 100.0;
    row.weak = c.score && a.lowest && *c.score == *a.lowest && *c.score < 10000;
    row.note = !c.score      ? words::say("not judged")
               : c.simulated ? words::say("simulated, counts a third")
               : row.weak    ? words::say("weakest")
                             : "";
    v.criteria.push_back(std::move(row));
  }
  // What decides stands on top; what was not judged last.
  std::stable_sort(v.criteria.begin(), v.criteria.end(), [](const CriterionRow& x, const CriterionRow& y) {
    return x.score.value_or(1e9) < y.score.value_or(1e9);
  });
}

void add_ledger(const assessment::Site& site, const Assessment& a, DebriefView& v) {
  int sum = 0;
  for (const auto& [line, number] : a.listed()) {
    LedgerRow row;
    row.weakest = line->weakest();
    row.critical = line->is_critical();
    row.number = number;
    auto said = words::of(*line, site, a);
    row.cause = std::move(said.cause);
    row.advice = std::move(said.advice);
    row.time = line->to_us.us > 0 ? clock_text(line->from_us) : "";
    row.points = row.critical ? words::say("critical") : line->points == 0 ? "" : points_text(line->points);
    row.under =
        line->kind == assessment::LedgerLine::Kind::Loss && engine::scoring::is_too_little(line->cause);
    sum += line->points;
    if (row.number > 0 && line->to_us.us > 0) v.badges.push_back({row.number, line->from_us, row.under});
    v.ledger.push_back(std::move(row));
  }
  if (!a.total) return;
  v.lost =
      sum == 0 ? words::say("No points were lost") : words::say("Where {} points went", points_text(-sum));
  v.sum_left = words::say("100 \u2212 {}", points_text(-sum));
  v.sum_right = points_text(10000 + sum);
}

}  // namespace

namespace {

std::string marks_words(const lessons::Lesson& lesson) {
  return words::say("Pass {} \u00b7 merit {} \u00b7 distinction {}.", number(lesson.rubric.pass / 100.0, 0),
                    number(lesson.rubric.merit / 100.0, 0), number(lesson.rubric.distinction / 100.0, 0));
}

std::string questions_words(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  std::size_t right = 0;
  for (std::size_t q = 0; q < site.questions().size(); ++q)
    right += attempt.answers[q] && attempt.answers[q]->choice == site.question(q).question.right ? 1 : 0;
  return words::questions_right(right, site.questions().size());
}

std::string dots_words(const runner::Progress& p, int asked) {
  return words::dots_placed(static_cast<std::size_t>(p.placed), static_cast<std::size_t>(asked),
                            static_cast<std::size_t>(p.outside));
}

// What was done, the marks, and whether the time ended it: a sentence each.
std::string done_words(const runner::Attempt& attempt, int asked) {
  const auto& site = *attempt.site;
  const bool asks_only = site.targets().empty() && !site.questions().empty();
  const std::string done =
      asks_only ? questions_words(attempt) : dots_words(runner::progress(attempt), asked);
  const std::string judged = words::together({done, marks_words(site.lesson())});
  const bool late = runner::time_is_up(attempt, attempt.skin.t_us + engine::core::Span{1'000'000});
  return words::together({judged, late ? words::say("The time was up.") : std::string()});
}

std::vector<DebriefView::Action> next_steps(const Assessment& a, bool watching) {
  if (a.asked == 0) {  // no skin to look at later
    if (watching) return {{words::say("Now you"), Command::StartWork}};
    const DebriefView::Action anew{words::say("Do it again"), Command::Again},
        onward{words::say("Next lesson"), Command::NextLesson};
    return a.passed ? std::vector{onward, anew} : std::vector{anew, onward};
  }
  if (watching)
    return {{words::say("Now you"), Command::StartWork}, {words::say("See it healed"), Command::OpenHealed}};
  const DebriefView::Action again{words::say("Do it again"), Command::Again},
      on{words::say("Next lesson"), Command::NextLesson},
      healed{words::say("See it healed"), Command::OpenHealed};
  return a.passed ? std::vector{on, healed, again} : std::vector{again, healed, on};
}

}  // namespace

DebriefView make_debrief_view(const runner::Attempt& attempt, const Assessment& a, bool watching) {
  DebriefView v;
  const auto& lesson = attempt.site->lesson();
  v.lesson = lesson.title;
  v.passed = a.passed;
  v.verdict = watching ? words::say("An expert at this lesson. {}", words::verdict(*attempt.site, a))
                       : words::verdict(*attempt.site, a);
  v.watching = watching;
  v.actions = next_steps(a, watching);
  v.pass_share = lesson.rubric.pass / 10000.0;
  if (a.total) {
    v.total = points_text(*a.total);
    v.share = *a.total / 10000.0;
  }
  v.sub = done_words(attempt, a.asked);
  for (const auto& c : a.critical)
    v.chips.push_back(c.passed ? words::say("✓ {}", words::detail(c)) : words::say("■ {}", words::detail(c)));
  if (std::any_of(a.criteria.begin(), a.criteria.end(), [](const auto& c) { return c.simulated; }))
    v.chips.emplace_back(words::say("depth simulated from press time"));
  else if (std::any_of(attempt.skin.dots.begin(), attempt.skin.dots.end(), [](const auto& d) {
             return !d.withdrawn && d.depth_source == engine::skin::DepthSource::Measured;
           }))
    v.chips.emplace_back(words::say("depth measured by pen"));
  add_criteria(attempt, a, v);
  if (a.mean && a.lowest)
    v.mean_words = words::say(
        "Average {}, weakest skill {}. The total lies between them, nearer the weakest: {:g} of the one, "
        "{:g} "
        "of the other.",
        points_text(*a.mean), points_text(*a.lowest), engine::scoring::kMeanShare,
        engine::scoring::kLowestShare);
  add_ledger(*attempt.site, a, v);
  v.traces = make_traces(attempt);
  // as the clock showed while working: up to the last thing done
  v.end_us = std::max(engine::core::AttemptTime{1}, attempt.skin.t_us);
  return v;
}

}  // namespace trainer::ui
