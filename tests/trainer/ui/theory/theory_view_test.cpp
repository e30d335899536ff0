// The theory card: pure view.
#include "engine/core/moment.h"
#include "trainer/ui/theory/theory_screen.h"

#include <doctest/doctest.h>

#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/kit/steps.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::ui;
using lessons::StepKind;

namespace {

lessons::Step ask() {
  lessons::Step step{StepKind::Theory, "How deep", "Where shall the pigment rest?"};
  step.question = {.picture = "",
                   .answers = {"Above", "Within", "Below"},
                   .right = 1,
                   .why = "Above it is shed.",
                   .basis = lessons::Basis::Source,
                   .source = "a paper"};
  return step;
}

std::shared_ptr<const assessment::Site> paper() {
  lessons::Lesson lesson;
  lesson.id = "paper";
  lesson.title = "Paper";
  lesson.practical = false;
  lesson.canvas = engine::scalp::Pad{};
  lesson.steps = {{StepKind::Brief, "Look", ""}, ask(), ask(), {StepKind::Review, "Review", ""}};
  lesson.rubric.criteria = {{engine::scoring::CriterionId::Theory, 10, {}}};
  return assessment::Site::make(lesson).value();
}

runner::Attempt answered(int choice) {
  auto attempt = runner::begin(paper());
  runner::apply(attempt, runner::StepEntered{AttemptTime{0}, 1});
  runner::apply(attempt, runner::Answered{AttemptTime{1'000'000}, 0, choice});
  return attempt;
}

}  // namespace

TEST_CASE("an open question tells nothing of the answer") {
  auto attempt = runner::begin(paper());
  TheoryPanel panel;
  auto v = make_theory_view(attempt, 0, panel);
  CHECK(v.over == "Question 1 of 2");
  CHECK(v.rows.size() == 3);
  for (const auto& row : v.rows) CHECK(row.look == AnswerLook::Open);
  CHECK_FALSE(v.can_answer);
  CHECK(v.why.empty());
  CHECK(v.tag.empty());
  panel.chosen = 2;
  v = make_theory_view(attempt, 0, panel);
  CHECK(v.can_answer);
  CHECK(v.rows[2].look == AnswerLook::Chosen);
  CHECK(v.rows[1].look == AnswerLook::Open);
}

TEST_CASE("an answered question shows right and wrong, why and whose word it is") {
  const auto wrong = make_theory_view(answered(2), 0, {});
  CHECK(wrong.answered);
  CHECK_FALSE(wrong.right);
  CHECK(wrong.rows[0].look == AnswerLook::Other);
  CHECK(wrong.rows[1].look == AnswerLook::Right);
  CHECK(wrong.rows[2].look == AnswerLook::Wrong);
  CHECK(wrong.verdict == "Not quite. The right answer is 2.");
  CHECK(wrong.why == "Above it is shed.");
  CHECK(wrong.tag == "Source");
  CHECK(wrong.source == "a paper");
  CHECK(wrong.may_ask_again);
  const auto right = make_theory_view(answered(1), 0, {});
  CHECK(right.right);
  CHECK(right.rows[2].look == AnswerLook::Other);
}

TEST_CASE("asked again the question is open once more, and says that the first answer counts") {
  auto attempt = answered(2);
  TheoryPanel panel{.chosen = {}, .again = true};
  auto v = make_theory_view(attempt, 0, panel);
  CHECK_FALSE(v.answered);
  CHECK(v.rows[1].look == AnswerLook::Open);
  CHECK(v.over.find("first answer counts") != std::string::npos);
  runner::apply(attempt, runner::Answered{AttemptTime{2'000'000}, 0, 1});
  panel.answered = true;
  v = make_theory_view(attempt, 0, panel);
  CHECK(v.right);
  CHECK_FALSE(v.may_ask_again);
}

TEST_CASE("questions in a row are one step of the bar and of the brief") {
  const auto steps = make_steps(answered(0));
  CHECK(steps.words == std::vector<std::string>{"1 Look", "2 Answer", "3 Review"});
  CHECK(steps.now == 1);
  auto attempt = answered(0);
  runner::apply(attempt, runner::StepEntered{AttemptTime{0}, 3});
  CHECK(make_steps(attempt).now == 2);
  const auto brief = make_brief_view(*paper());
  CHECK(brief.over == "Module 1 \u00b7 2 questions \u00b7 about 1 min");
  REQUIRE(brief.steps.size() == 1);
  CHECK(brief.steps[0].name == "Answer 2 questions");
}

TEST_CASE("the debrief of questions alone speaks of questions and offers no healed skin") {
  const auto attempt = answered(1);
  const auto v = make_debrief_view(attempt, runner::assess(attempt));
  CHECK(v.sub.find("1 of 2 questions answered rightly") == 0);
  CHECK(v.total == "50.00");
  for (const auto& action : v.actions) CHECK(action.command != Command::OpenHealed);
  CHECK(v.ledger.size() == 2);
}
