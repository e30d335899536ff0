// The brief: start, go on with what was broken off, watch an expert, look at the client.
#include "trainer/app/screens/brief_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/sheets/question_sheet.h"

using namespace rooms;
using support::StepKind;
using ui::Command;

namespace {

support::LessonBuilder with_brief() {
  support::LessonBuilder lesson("briefed");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(StepKind::Brief)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  return lesson;
}

std::unique_ptr<app::BriefScreen> brief(Household& home, const std::string& id) {
  auto screen = opened<app::BriefScreen>(app::brief_of(home.shelf, id).open, home);
  show(*screen);
  home.settle(*screen);
  return screen;
}

}  // namespace

TEST_CASE("start begins a record, behind the brief that was just read") {
  Household home({with_brief()});
  const auto screen = brief(home, "briefed");
  CHECK(home.profile.records().empty());
  const auto work =
      opened<app::WorkScreen>(is<app::Replace>(screen->act({.command = Command::StartWork})).open, home);
  CHECK(work->attempt().step == 1);
  home.saving.wait();
  CHECK(home.profile.records().size() == 1);
}

TEST_CASE("Enter starts where nothing was broken off, and goes on where something was") {
  Household home({with_brief()});
  {
    Work work(home, home.underway(with_brief()));
    work.dot(30, 30);
    work.dot(31, 31);
    work.act(Command::LeaveAndKeep);
  }
  const auto screen = brief(home, "briefed");
  const auto next = screen->act({.command = Command::Proceed});
  const auto work = opened<app::WorkScreen>(is<app::Replace>(next).open, home);
  CHECK(work->attempt().skin.dots.size() == 2);
  const auto anew = screen->act({.command = Command::StartWork});
  CHECK(opened<app::WorkScreen>(is<app::Replace>(anew).open, home)->attempt().skin.dots.empty());
}

TEST_CASE("Enter that comes between the reading of the lists and the next turn is not lost") {
  Household home({with_brief()});
  const auto screen = opened<app::BriefScreen>(app::brief_of(home.shelf, "briefed").open, home);
  screen->place(kFrame);
  screen->arrive({});
  home.reader.wait();
  is<app::Replace>(screen->act({.command = Command::Proceed}));
}

TEST_CASE("a lesson that asks first begins with its question") {
  support::LessonBuilder lesson("asks");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(StepKind::Brief)
      .step(support::question(0))
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  Household home({lesson});
  const auto screen = brief(home, "asks");
  static_cast<void>(
      opened<app::TheoryScreen>(is<app::Replace>(screen->act({.command = Command::Proceed})).open, home));
}

TEST_CASE("a lesson that needs a pen says so where none is at hand, and begins once one is") {
  auto lesson = with_brief();
  lesson.with([](lessons::Lesson& l) { l.device = lessons::Needed::Pen; });
  Household home({lesson});
  const auto screen = brief(home, "briefed");
  const auto refused = screen->act({.command = Command::StartWork});
  const auto sheet = opened<app::QuestionSheet>(is<app::Push>(refused).open, home);
  CHECK(sheet->view().title == "This lesson needs a pen");
  CHECK(is<app::Pop>(sheet->act_on(sheet->view().go_command)).then == Command::OpenDeviceCheck);
  CHECK(home.profile.records().empty());
  home.connect(kPen);
  static_cast<void>(
      opened<app::WorkScreen>(is<app::Replace>(screen->act({.command = Command::StartWork})).open, home));
}

TEST_CASE("the expert is watched above the brief, which waits below") {
  Household home({with_brief()});
  const auto screen = brief(home, "briefed");
  const auto next = screen->act({.command = Command::WatchExpert});
  static_cast<void>(opened<app::DebriefScreen>(is<app::Push>(next).open, home));
}

TEST_CASE("what could not be done is said to home, when one goes there") {
  Household home({with_brief()});
  const auto screen = brief(home, "briefed");
  screen->arrive("There is no room on the disk.");
  CHECK(is<app::Pop>(screen->act({.command = Command::Back})).said == "There is no room on the disk.");
}

TEST_CASE("a lesson that is not there is said, and nothing opens") {
  Household home({with_brief()});
  for (const auto& open :
       {app::brief_of(home.shelf, "nobody").open, app::brief_instead(home.shelf, "nobody").open}) {
    const auto refused = home.open(open);
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().message.empty());
  }
}

TEST_CASE("only a client takes time to be made") {
  CHECK(app::preparing(with_brief().lesson()).empty());
  support::LessonBuilder head("head");
  head.client({});
  CHECK_FALSE(app::preparing(head.lesson()).empty());
}

TEST_CASE("the client is looked at by hand: dragged, zoomed, and stood before again") {
  Household home({with_brief()});
  const auto screen = brief(home, "briefed");
  const auto middle = ui::brief_layout(kFrame).canvas.centre();
  const Vec2 at{middle.x, middle.y};
  CHECK(screen->owns(at));
  const auto words = ui::brief_layout(kFrame).words.centre();
  CHECK_FALSE(screen->owns({words.x, words.y}));
  home.give(*screen, platform::PointerMoved{mouse(kNow, at)});
  CHECK(stays(home.give(*screen, platform::WheelTurned{.sample = mouse(kNow, at), .notches = 2})));
  CHECK(stays(screen->act({.command = Command::ResetView})));
  CHECK(screen->can(Command::ZoomIn));
  for (const auto command : {Command::Needle, Command::HoldMirror, Command::HoldLoupe, Command::ToggleLoupe})
    CHECK_FALSE(screen->can(command));
}

TEST_CASE("a press on Start on the screen starts") {
  Paper paper;
  Household home({with_brief()});
  const auto screen = brief(home, "briefed");
  const auto foot = ui::brief_layout(kFrame).foot;
  int starts = 0;
  for (float x = foot.x + 10; x < foot.right(); x += 25)
    for (const auto& what : paper.click(*screen, {x, foot.centre().y})) {
      const auto next = what();
      starts += std::holds_alternative<app::Replace>(next) ? 1 : 0;
    }
  CHECK(starts > 0);
}
