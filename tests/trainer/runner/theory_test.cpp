// Answers as events: live, from text, asked again.
#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "tests/support/lessons.h"
#include "tests/support/samples.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/decide.h"
#include "trainer/runner/samples.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;
using lessons::StepKind;

namespace {

// A brief, two questions, needle work, a question behind it.
lessons::Lesson mixed() {
  using support::question;
  return support::field()
      .step(StepKind::Brief)
      .step(question(0))
      .step(question(1))
      .step(StepKind::NeedleWork)
      .step(question(0))
      .step(StepKind::Review)
      .judged(engine::scoring::CriterionId::Theory)
      .lesson();
}

std::shared_ptr<const assessment::Site> site(const lessons::Lesson& lesson = mixed()) {
  return assessment::Site::make(lesson).value();
}

Attempt after(Attempt attempt, const Intent& intent) {
  const auto events = decide(attempt, intent, {});
  REQUIRE(events.has_value());
  for (const auto& event : *events) runner::apply(attempt, event);
  return attempt;
}

const std::string kTap = support::tap(2'000'000, 20, 20, support::kByMouse);

}  // namespace

TEST_CASE("an answer enters its step, and the question is known from the step") {
  Attempt attempt = begin(site());
  CHECK_FALSE(question_now(attempt).has_value());
  attempt = after(attempt, AnswerQuestion{AttemptTime{1'000'000}, 0, 1});
  CHECK(attempt.step == 1);
  CHECK(question_now(attempt) == 0U);
  CHECK(attempt.answers[0] == assessment::Answer{1, AttemptTime{1'000'000}});
  CHECK(attempt.skin.t_us == AttemptTime{1'000'000});
  attempt = after(attempt, NextStep{AttemptTime{1'500'000}});
  CHECK(question_now(attempt) == 1U);
  CHECK(questions_open(attempt));
}

TEST_CASE("the first answer counts; asked again, the other is kept beside it") {
  Attempt attempt = after(begin(site()), AnswerQuestion{AttemptTime{1'000'000}, 0, 1});
  const auto before = work_of(attempt).answers[0];
  attempt = after(attempt, AnswerQuestion{AttemptTime{2'000'000}, 0, 0});
  CHECK(attempt.answers[0] == before);
  CHECK(attempt.latest_answers[0] == assessment::Answer{0, AttemptTime{2'000'000}});
  CHECK(attempt.step == 1);
}

TEST_CASE("a question that was passed can be answered until the work is handed in, without going back") {
  Attempt attempt = begin(site());
  attempt = after(attempt, MoveNeedle{{.t_us = AttemptTime{1'000'000},
                                       .at = {20'000, 20'000},
                                       .pressure = {},
                                       .tilt = {},
                                       .contact = true}});
  CHECK(attempt.step == 3);
  CHECK_FALSE(decide(attempt, AnswerQuestion{AttemptTime{1'100'000}, 0, 0}, {})
                  .has_value());  // the needle is in the skin
  attempt = after(attempt, MoveNeedle{{.t_us = AttemptTime{1'200'000},
                                       .at = {20'000, 20'000},
                                       .pressure = {},
                                       .tilt = {},
                                       .contact = false}});
  attempt = after(attempt, AnswerQuestion{AttemptTime{1'300'000}, 0, 0});
  CHECK(attempt.step == 3);
  CHECK(attempt.answers[0].has_value());
  attempt = after(attempt, Finish{AttemptTime{1'400'000}});
  CHECK_FALSE(decide(attempt, AnswerQuestion{AttemptTime{1'500'000}, 1, 0}, {}).has_value());
}

TEST_CASE("numbers that name no question and no answer are refused") {
  const Attempt attempt = begin(site());
  for (const AnswerQuestion wrong :
       {AnswerQuestion{AttemptTime{0}, 3, 0}, AnswerQuestion{AttemptTime{0}, -1, 0},
        AnswerQuestion{AttemptTime{0}, 0, 2}, AnswerQuestion{AttemptTime{0}, 0, -1}})
    CHECK_FALSE(decide(attempt, wrong, {}).has_value());
  Attempt hostile = begin(site());
  runner::apply(hostile, Answered{AttemptTime{0}, 17, 0});  // as a damaged record may say
  runner::apply(hostile, Answered{AttemptTime{0}, 1, 99});
  CHECK(assess(hostile).criteria[0].score == 0);
}

TEST_CASE("no answer jumps over healing, and none comes after the time") {
  auto lesson = mixed();
  lesson.steps.insert(lesson.steps.begin() + 4,
                      {{StepKind::Healing, "Wait", ""}, {StepKind::NeedleWork, "More", "", 1.0}});
  lesson.steps[3].share = 0.5;
  CHECK_FALSE(decide(begin(site(lesson)), AnswerQuestion{AttemptTime{0}, 2, 0}, {}).has_value());
  lesson = mixed();
  lesson.time_limit_s = 1;
  CHECK_FALSE(decide(begin(site(lesson)), AnswerQuestion{AttemptTime{1'000'000}, 0, 0}, {}).has_value());
}

TEST_CASE("answers from text: between the samples, and late ones leave no trace") {
  const std::string text =
      "{\"event\":\"answer\",\"question\":0,\"choice\":0}\n{\"event\":\"answer\",\"question\":1,\"choice\":0}"
      "\n" +
      kTap + "{\"event\":\"answer\",\"question\":2,\"choice\":0}\n";
  const auto events = play(site(), text, {});
  REQUIRE(events.has_value());
  const Attempt attempt = fold(site(), *events);
  CHECK(attempt.step == 4);
  CHECK(attempt.skin.dots.size() == 1);
  CHECK(assess(attempt).criteria[0].score == 6667);
  CHECK(attempt.answers[2]->t_us == AttemptTime{2'150'000});
  const auto wrong = play(site(), kTap + "{\"event\":\"answer\",\"question\":3,\"choice\":0}\n", {});
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().where.line == 3);
  CHECK(wrong.error().where.field == "question");
  auto lesson = mixed();
  lesson.time_limit_s = 2;
  const auto late = play(site(lesson), text, {});
  REQUIRE(late.has_value());
  CHECK_FALSE(fold(site(lesson), *late).answers[2].has_value());
}

TEST_CASE("answers are part of the state, and of nothing where no question is asked") {
  const Attempt a = after(begin(site()), AnswerQuestion{AttemptTime{1'000'000}, 0, 1}),
                b = after(begin(site()), AnswerQuestion{AttemptTime{1'000'000}, 0, 0});
  CHECK(digest(a) != digest(b));
  CHECK(digest(a) != digest(after(a, AnswerQuestion{AttemptTime{1'000'000}, 0, 0})));
}
