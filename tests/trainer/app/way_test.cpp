// From one step of a lesson to the next screen.
#include "trainer/app/way.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"

using engine::core::AttemptTime;

using namespace rooms;
using support::StepKind;

namespace {

support::LessonBuilder lesson_of(const std::vector<lessons::Step>& steps) {
  support::LessonBuilder lesson("way");
  lesson.target(support::square("square", 25, 35), 20.0);
  for (const auto& step : steps) lesson.step(step);
  return lesson;
}

const lessons::Step kBrief{.kind = StepKind::Brief, .title = "Look"};
const lessons::Step kWork{.kind = StepKind::NeedleWork, .title = "Place"};
const lessons::Step kReview{.kind = StepKind::Review, .title = "Review"};

engine::core::SteadyTime t(int seconds) {
  return kNow + seconds * kSecond;
}

app::Next go_on(app::Underway& underway) {
  return app::go(underway, runner::GoOn{underway.sitting->time(t(5))}, app::From::Question);
}
app::Next hand_in(app::Underway& underway) {
  return app::go(underway, runner::HandIn{underway.sitting->time(t(5))}, app::From::Work);
}

}  // namespace

TEST_CASE("a question is a theory screen, everything else is worked at") {
  Household home;
  const auto theory = app::to_step(home.underway(lesson_of({support::question(0), kWork, kReview})), false);
  static_cast<void>(opened<app::TheoryScreen>(is<app::Replace>(theory).open, home));
  const auto work = app::to_step(home.underway(lesson_of({kWork, kReview})), false);
  static_cast<void>(opened<app::WorkScreen>(is<app::Replace>(work).open, home));
}

TEST_CASE("to the next step: one after the other that asks for something") {
  Household home;
  auto underway = home.underway(lesson_of({kBrief, support::question(0), kWork, kReview}));
  auto next = go_on(underway);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, home);
  CHECK(theory->attempt().step == 1);
  CHECK(underway.sitting == nullptr);
  auto begun = home.underway(lesson_of({kBrief, kWork, kReview}));
  next = go_on(begun);
  CHECK(opened<app::WorkScreen>(is<app::Replace>(next).open, home)->attempt().step == 1);
}

TEST_CASE("the review is no step to go to: the work is handed in instead") {
  Household home;
  auto underway = home.underway(lesson_of({kWork, kReview}));
  const auto next = go_on(underway);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, home));
  CHECK(home.records(true).size() == 1);
}

TEST_CASE("handing in goes over the questions behind the work, not over healing") {
  Household home;
  auto underway = home.underway(lesson_of({kWork, support::question(0), kReview}));
  const auto next = hand_in(underway);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, home);
  CHECK(theory->attempt().step == 1);
  auto early = home.underway(lesson_of({{.kind = StepKind::NeedleWork, .title = "Place", .share = 0.5},
                                        {.kind = StepKind::Healing, .title = "Heal", .days = 30},
                                        support::question(0),
                                        kWork,
                                        kReview}));
  const auto end = hand_in(early);
  const auto debrief = opened<app::DebriefScreen>(is<app::Replace>(end).open, home);
  CHECK(home.records(true).size() == 1);
  CHECK(debrief->review().shown().skin.healings.empty());
}

TEST_CASE(
    "what shall be asked again comes when the work is handed in, and an open question is never passed") {
  Household home;
  auto underway = home.underway(lesson_of({support::question(0), kWork, kReview}));
  CHECK_FALSE(is<app::Stay>(hand_in(underway)).said.empty());  // the question is open
  REQUIRE(underway.sitting->act(runner::AnswerQuestion{underway.sitting->time(t(5)), 0, 1}));
  REQUIRE(underway.sitting->act(runner::GoOn{underway.sitting->time(t(5))}));
  REQUIRE(underway.attempt().step == 1);
  underway.ask_again = {0};
  const auto next = hand_in(underway);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, home);
  CHECK(theory->attempt().step == 1);
  CHECK_FALSE(theory->attempt().finished);
}

TEST_CASE("nothing is asked twice where nothing shall be: it is finished") {
  Household home;
  auto underway = home.underway(lesson_of({kWork, kReview}));
  underway.ask_again = {};
  const auto next = hand_in(underway);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, home));
}

TEST_CASE("leaving closes the record so that it can be gone on with, and says nothing when all is well") {
  Household home;
  auto underway = home.underway(lesson_of({kWork, kReview}));
  const auto record = underway.sitting->record();
  CHECK(is<app::Pop>(app::leave(underway)).said.empty());
  CHECK(underway.sitting->read_only());
  CHECK(app::Sitting::go_on(record, true, kNow, kUnix));
}

TEST_CASE("what is finished already cannot be finished again, and says why") {
  Household home;
  auto underway = home.underway(lesson_of({kWork, kReview}));
  REQUIRE(underway.sitting->act(runner::Finish{AttemptTime{} + kSecond}));
  CHECK_FALSE(is<app::Stay>(app::finish(underway, t(5))).said.empty());
  CHECK_FALSE(is<app::Stay>(go_on(underway)).said.empty());
}

TEST_CASE("an opener that is copied and called once carries the attempt to its screen") {
  Household home;
  const auto next = app::to_step(home.underway(lesson_of({kWork, kReview})), false);
  const app::Opener copy = is<app::Replace>(next).open;
  const auto work = opened<app::WorkScreen>(copy, home);
  CHECK_FALSE(work->attempt().finished);
}
