// Work in several treatment sessions, with healing and questions between them.
#include "engine/core/moment.h"
#include "trainer/app/screens/work_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/sheets/question_sheet.h"

using engine::core::AttemptTime;

using namespace rooms;
using support::StepKind;
using ui::Command;

namespace {

support::LessonBuilder three_sessions() {
  support::LessonBuilder lesson("three");
  lesson.target(support::square("square", 25, 35), 30.0).sessions({0.4, 0.7, 1.0}).step(StepKind::Review);
  return lesson;
}

}  // namespace

TEST_CASE("three sessions: each ends by a question, heals, and begins with a note of what is kept") {
  Work work(three_sessions());
  work.fill(5);
  CHECK(work.screen().work_view().primary_command == Command::AskEndSession);
  std::unique_ptr<app::QuestionSheet> sheet;
  const auto asked = work.act(Command::Onward);
  CHECK(question(asked, work.home(), sheet).go_command == Command::EndSession);
  for (int session = 2; session <= 3; ++session) {
    const auto note = work.act(Command::EndSession);
    const auto& view = question(note, work.home(), sheet);
    CHECK(view.title == "30 days later");
    CHECK(view.go == "Begin session " + std::to_string(session));
    CHECK(view.stay.empty());
    CHECK(work.attempt().skin.treatment_session == session);
    work.tick(kSecond);
    CHECK(work.screen().work_view().gauges.coverage.session ==
          "session " + std::to_string(session) + " of 3");
    work.dot(28 + session, 28);
  }
  CHECK(work.screen().work_view().primary_command == Command::AskFinish);
  CHECK(work.attempt().skin.healings == std::vector<std::int32_t>{30, 30});
  CHECK(work.events().size() > 20);
  const auto done = work.act(Command::FinishNow);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(done).open, work.home()));
}

TEST_CASE("nothing of a session that has healed can be taken back") {
  Work work(three_sessions());
  work.fill(3);
  work.act(Command::EndSession);
  CHECK_FALSE(work.screen().work_view().tools.can_undo);
  work.act(Command::Undo);
  CHECK(work.dots() == 3);
}

TEST_CASE("theory between sessions is asked on its own screen, with the note lying on it") {
  support::LessonBuilder lesson("asked-between");
  lesson.target(support::square("square", 25, 35), 30.0)
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 0.5})
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 30})
      .step(support::question(1))
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 1.0})
      .step(StepKind::Review);
  Work work(lesson);
  work.fill(5);
  const auto next = work.act(Command::EndSession);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, work.home());
  show(*theory, kNow + 60 * kSecond);
  CHECK(theory->attempt().skin.healings.size() == 1);
}

TEST_CASE("a screen that was opened by healing shows the note in its first turn, once") {
  Household home;
  auto underway = home.underway(three_sessions());
  REQUIRE(underway.sitting->act(runner::NextStep{AttemptTime{} + kSecond}));
  REQUIRE(underway.sitting->act(runner::NextStep{AttemptTime{} + kSecond}));
  Work work(home, std::move(underway), true);
  std::unique_ptr<app::QuestionSheet> sheet;
  CHECK(question(work.tick(kSecond), home, sheet).title == "30 days later");
  CHECK(stays(work.tick(kSecond)));
}
