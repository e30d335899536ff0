// What robots answer.
#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "lessons.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

using engine::core::AttemptTime;

using namespace trainer;

namespace {

// Forty questions of four answers and nothing else.
std::shared_ptr<const assessment::Site> paper() {
  lessons::Lesson lesson;
  lesson.id = "paper";
  lesson.practical = false;
  lesson.canvas = engine::scalp::Pad{};
  for (int i = 0; i < 40; ++i) {
    lessons::Step step{lessons::StepKind::Theory, "Question", "Which?"};
    step.question.answers = {"a", "b", "c", "d"};
    step.question.right = i % 4;
    lesson.steps.push_back(step);
  }
  lesson.rubric.criteria = {{engine::scoring::CriterionId::Theory, 10, {}}};
  return assessment::Site::make(lesson).value();
}

int score(std::string_view kind, double skill, engine::core::Seed seed) {
  const auto site = paper();
  const auto events = robots::perform(site, kind, skill, seed).value();
  const auto a = runner::assess(runner::fold(site, events));
  REQUIRE(a.total.has_value());
  return *a.total;
}

int mean_score(std::string_view kind, double skill) {
  int sum = 0;
  for (engine::core::Seed seed = 1; seed <= 10; ++seed) sum += score(kind, skill, seed);
  return sum / 10;
}

}  // namespace

TEST_CASE("the expert knows every answer, a practitioner those of the skill, novice and cheat guess") {
  CHECK(score("expert", 1.0, 3) == 10000);
  CHECK(score("practitioner", 1.0, 3) == 10000);
  const int half = mean_score("practitioner", 0.5), novice = mean_score("novice", 0.0),
            cheat = mean_score("idle", 0.0);
  CHECK(half > 5500);  // a half is known, a quarter of the rest guessed: 62.5
  CHECK(half < 7000);
  for (const int guessed : {novice, cheat}) {
    CHECK(guessed > 1700);  // a quarter
    CHECK(guessed < 3300);
  }
  CHECK(score("novice", 0.0, 3) == score("novice", 0.0, 3));
}

TEST_CASE("a robot answers between its steps, and its needle work does not change by it") {
  auto lesson = robots_test::even_field();
  const auto bare = assessment::Site::make(lesson).value();
  lessons::Step step{lessons::StepKind::Theory, "Question", "Which?"};
  step.question.answers = {"a", "b"};
  lesson.steps.insert(lesson.steps.begin() + 1, step);
  const auto asking = assessment::Site::make(lesson).value();
  const auto without = runner::fold(bare, robots::perform(bare, "expert", 1.0, 4).value());
  const auto with = runner::fold(asking, robots::perform(asking, "expert", 1.0, 4).value());
  REQUIRE(with.answers[0].has_value());
  CHECK(with.answers[0]->t_us > AttemptTime{0});
  REQUIRE(with.skin.dots.size() == without.skin.dots.size());
  CHECK(with.answers[0]->t_us < with.skin.dots[0].t_us);
  for (std::size_t i = 0; i < with.skin.dots.size(); ++i)
    CHECK(with.skin.dots[i].at == without.skin.dots[i].at);
}
