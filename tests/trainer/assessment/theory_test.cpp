// Questions in the score: with dots beside them, and alone.
#include "trainer/assessment/theory.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "trainer/assessment/live_score.h"
#include "trainer/assessment/score_json.h"
#include "trainer/words/causes.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::assessment;
using engine::scoring::CriterionId;
using Answers = std::vector<std::optional<Answer>>;

namespace {

lessons::Step ask(const std::string& text, int right) {
  lessons::Step step{lessons::StepKind::Theory, "Question", text};
  step.question = {.picture = "",
                   .answers = {"First", "Second", "Third"},
                   .right = right,
                   .why = "So it is.",
                   .basis = lessons::Basis::Judgement,
                   .source = ""};
  return step;
}

// Three questions and nothing else.
lessons::Lesson paper() {
  lessons::Lesson lesson;
  lesson.id = "paper";
  lesson.practical = false;
  lesson.canvas = engine::scalp::Pad{};
  lesson.steps = {ask("One?", 0), ask("Two?", 1), ask("Three?", 2)};
  lesson.rubric.criteria = {{CriterionId::Theory, 10, {}}};
  return lesson;
}

std::shared_ptr<const Site> made(const lessons::Lesson& lesson) {
  return Site::make(lesson).value();
}

Answers given(std::vector<int> choices) {
  Answers answers;
  for (const int choice : choices)
    answers.push_back(
        choice < 0 ? std::nullopt
                   : std::optional(Answer{
                         choice, AttemptTime{1'000'000 * static_cast<std::int64_t>(answers.size() + 1)}}));
  return answers;
}

Assessment assessed(const Site& site, const Answers& answers) {
  Work work;
  work.answers = answers;
  return assess(site, work);
}

}  // namespace

TEST_CASE("a lesson of questions alone finishes with a total") {
  const auto site = made(paper());
  const auto all = assessed(*site, given({0, 1, 2}));
  CHECK(all.finished);
  CHECK(all.total == 10000);
  CHECK(all.passed);
  CHECK(all.grade == Grade::Distinction);
  CHECK(all.ledger.empty());
  const auto none = assessed(*site, {});
  CHECK(none.finished);
  CHECK(none.total == 0);
  CHECK_FALSE(none.passed);
  CHECK(none.grade == Grade::NotYet);
}

TEST_CASE(
    "a missed question has its line: which one, what is right, when it was answered, what it would bring") {
  const auto site = made(paper());
  const auto a = assessed(*site, given({0, 0, -1}));
  CHECK(a.total == 3333);
  int sum = 0;
  for (const auto& line : a.ledger) sum += line.points;
  CHECK(sum == *a.total - 10000);
  REQUIRE(a.ledger.size() == 3);
  CHECK(a.ledger[0].weakest());
  CHECK(words::of(a.ledger[0], *site, a).cause == "Theory holds the total down.");
  CHECK_FALSE(a.ledger[0].question.has_value());
  const LedgerLine& wrong = a.ledger[1];
  CHECK(wrong.criterion == engine::scoring::CriterionId::Theory);
  CHECK(wrong.cause == engine::scoring::CauseId::WrongAnswer);
  CHECK(wrong.question == 1U);
  CHECK(words::of(wrong, *site, a).cause == "Question 2 was answered wrongly: Two?");
  CHECK(words::of(wrong, *site, a).advice == "Right: Second. So it is.");
  CHECK(wrong.from_us == AttemptTime{2'000'000});
  CHECK(wrong.dots.empty());
  CHECK_FALSE(wrong.fix.has_value());
  CHECK_FALSE(wrong.at.has_value());
  CHECK(wrong.gain == 6667 - 3333);
  CHECK(words::of(a.ledger[2], *site, a).cause == "Question 3 was left open: Three?");
  CHECK(a.ledger[2].to_us == AttemptTime{0});
}

TEST_CASE("the document names the question, and only where there is one") {
  const auto site = made(paper());
  const auto document = score_json(*site, {}, assessed(*site, given({0, 0, 2})));
  CHECK(document["criteria"][0]["metrics"]["right"] == 2.0);
  CHECK(document["total"] == 66.67);
  REQUIRE(document["ledger"].size() == 2);
  CHECK_FALSE(document["ledger"][0].contains("question"));
  CHECK(document["ledger"][1]["question"] == 1);
}

TEST_CASE("a minimum and the critical fault decide whatever the total") {
  auto lesson = paper();
  lesson.rubric.pass = 5000;
  CHECK(assessed(*made(lesson), given({0, 1, 0})).passed);
  lesson.rubric.criteria[0].minimum = 8000;
  CHECK_FALSE(assessed(*made(lesson), given({0, 1, 0})).passed);
  lesson.rubric.criteria[0].minimum.reset();
  lesson.rubric.critical = {{engine::scoring::CriticalId::WrongAnswers, 0}};
  const auto broken = assessed(*made(lesson), given({0, 1, -1}));
  CHECK_FALSE(broken.passed);
  REQUIRE(broken.critical.size() == 1);
  CHECK(words::detail(broken.critical[0]) ==
        "1 of 3 questions were answered wrongly or left open (at most 0).");
  CHECK_FALSE(words::of(broken.remarks.front(), *made(lesson), broken).advice.empty());
  lesson.rubric.critical[0].limit = 1;
  CHECK(assessed(*made(lesson), given({0, 1, -1})).passed);
}

TEST_CASE("beside dots the questions have their weight, and the live score is the same") {
  auto lesson = paper();
  lesson.practical = true;
  engine::scalp::PolygonShape square;
  square.points = {engine::geometry::Vec2{15, 15}, engine::geometry::Vec2{45, 15},
                   engine::geometry::Vec2{45, 45}, engine::geometry::Vec2{15, 45}};
  lesson.zones = {{"field", square}};
  lesson.targets = {{.zone = "field", .density_cm2 = 40.0}};
  lesson.steps.push_back({lessons::StepKind::NeedleWork, "Place", ""});
  lesson.rubric.criteria.push_back({CriterionId::Depth, 30, {}});
  const auto site = made(lesson);
  std::vector<engine::skin::Dot> dots;
  for (std::uint32_t i = 0; i < 300; ++i) {
    engine::skin::Dot d;
    d.number = i;
    d.at = engine::scalp::canvas_point_from_mm({16.0 + i % 20, 16.0 + i / 20});
    d.thickness_um = 1180;
    d.deposit_depth_um = 649;
    d.diameter_um = 250;
    d.depth_source = engine::skin::DepthSource::Measured;
    dots.push_back(d);
  }
  const auto answers = given({0, 1, 0});
  Work work;
  work.dots = dots;
  const auto open = assess(*site, work);
  CHECK(open.lowest == 0);
  CHECK(open.mean == 7500);
  work.answers = answers;
  const auto a = assess(*site, work);
  CHECK(a.lowest == 6667);
  CHECK(a.mean == 9167);  // (10 * 66.67 + 30 * 100) / 40
  LiveScore live(site);
  live.follow(work);
  CHECK(live.scores().total == a.total);
  work.dots = {};
  CHECK_FALSE(assess(*site, work).finished);  // answers are no dots
}

TEST_CASE("the live score of questions alone is the score") {
  const auto site = made(paper());
  const auto answers = given({0, 1, 0});
  Work work;
  work.answers = answers;
  LiveScore live(site);
  live.follow(work);
  CHECK(live.scores().total == assess(*site, work).total);
}
