// Home: lessons, where the work stopped, what was done before, what is wrong.
#include "trainer/app/screens/home_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"

using namespace rooms;
using ui::Command;

namespace {

std::unique_ptr<app::HomeScreen> begin(Household& home, bool patient = false) {
  auto screen = std::make_unique<app::HomeScreen>(home.reader, home.shelf, home.attempts, home.saving,
                                                  home.devices, home.preferences, patient);
  show(*screen);
  home.settle(*screen);
  return screen;
}

void leave_work(Household& home, int dots) {
  Work work(home, home.underway(plain_lesson()));
  for (int i = 0; i < dots; ++i) work.dot(28 + i, 30);
  work.act(Command::LeaveAndKeep);
}

}  // namespace

TEST_CASE("an empty profile offers its lessons, and Enter opens the first") {
  Household home({plain_lesson()});
  const auto screen = begin(home);
  CHECK(screen->view().lessons.size() == 1);
  CHECK_FALSE(screen->view().go_on);
  CHECK(screen->view().earlier.empty());
  CHECK(screen->view().problems.empty());
  const auto next = screen->act({.command = Command::Proceed});
  static_cast<void>(opened<app::BriefScreen>(is<app::Push>(next).open, home));
}

TEST_CASE("Enter that comes before the lists are read opens the first lesson once they are") {
  Household home({plain_lesson()});
  app::Attempts unread(home.reader, home.profile);
  app::HomeScreen screen(home.reader, home.shelf, unread, home.saving, home.devices, home.preferences, false);
  CHECK(stays(screen.act({.command = Command::Proceed})));
  show(screen);
  unread.wait();
  home.shelf.wait();
  CHECK(stays(screen.tick(kNow)));  // who comes back to it has not hurried
  CHECK(screen.view().known);
  app::Attempts later(home.reader, home.profile);
  app::HomeScreen hurried(home.reader, home.shelf, later, home.saving, home.devices, home.preferences, false);
  show(hurried);
  CHECK(stays(hurried.act({.command = Command::Proceed})));
  later.wait();
  home.shelf.wait();
  static_cast<void>(opened<app::BriefScreen>(is<app::Push>(hurried.tick(kNow)).open, home));
}

TEST_CASE("without any lesson Enter does nothing") {
  Household home;
  CHECK(stays(begin(home)->act({.command = Command::Proceed})));
}

TEST_CASE("work that was broken off is offered first, with how much of it is safe") {
  Household home({plain_lesson()});
  leave_work(home, 3);
  const auto screen = begin(home);
  REQUIRE(screen->view().go_on);
  CHECK(screen->view().go_on->dots == "3 dots are safe.");
  const auto next = screen->act({.command = Command::Proceed});
  const auto work = opened<app::WorkScreen>(is<app::Push>(next).open, home);
  CHECK(work->attempt().skin.dots.size() == 3);
}

TEST_CASE("work that was opened and left without a dot is not offered") {
  Household home({plain_lesson()});
  leave_work(home, 0);
  CHECK_FALSE(begin(home)->view().go_on);
  leave_work(home, 1);
  const auto screen = begin(home);
  REQUIRE(screen->view().go_on);
  CHECK(screen->view().go_on->dots == "1 dot is safe.");
}

TEST_CASE("what was finished stands among the earlier work, with the best total on the card") {
  Household home({plain_lesson()});
  {
    Work work(home, home.underway(plain_lesson()));
    work.fill(20);
    static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(work.act(Command::FinishNow)).open, home));
  }
  const auto screen = begin(home);
  REQUIRE(screen->view().earlier.size() == 1);
  CHECK(screen->view().earlier[0].finished);
  CHECK(screen->view().earlier[0].lesson == "Test");
  CHECK(screen->view().lessons[0].best.find("best ") == 0);
  const auto next = screen->act_on(ui::OpenReview{screen->view().earlier[0].record});
  static_cast<void>(opened<app::DebriefScreen>(is<app::Push>(next).open, home));
}

TEST_CASE("what a screen above said stands among the problems, until one comes again") {
  Household home({plain_lesson()});
  const auto screen = begin(home);
  screen->arrive("the lesson cannot be read");
  CHECK(screen->view().problems == std::vector<std::string>{"the lesson cannot be read"});
  screen->arrive({});
  CHECK(screen->view().problems.empty());
}

TEST_CASE("a lesson that has gone from the shelf is refused in words") {
  Household home({plain_lesson()});
  const auto screen = begin(home);
  const std::string path = screen->view().lessons[0].path;
  std::filesystem::remove_all(home.folder.path() + "/shelf");
  const auto refused = home.open(is<app::Push>(screen->act_on(ui::OpenLesson{path})).open);
  REQUIRE_FALSE(refused);
  CHECK_FALSE(refused.error().message.empty());
}

TEST_CASE("how long lessons take is worked out once they have been drawn, and then stands on the cards") {
  Paper paper;
  Household home({plain_lesson()});
  const auto screen = begin(home);
  screen->tick(kNow);
  CHECK(screen->view().lessons[0].minutes.empty());
  paper.draw(*screen);
  const bool at_once = is<app::Stay>(screen->tick(kNow)).redraw;  // begins, and may be done already
  CHECK(is<app::Stay>(home.settle(*screen)).redraw != at_once);
  CHECK_FALSE(screen->view().lessons[0].minutes.empty());
  CHECK_FALSE(is<app::Stay>(screen->tick(kNow)).redraw);
}

TEST_CASE("a patient one waits for them in its turn") {
  Paper paper;
  Household home({plain_lesson()});
  const auto screen = begin(home, true);
  paper.draw(*screen);
  CHECK(is<app::Stay>(screen->tick(kNow)).redraw);
  CHECK_FALSE(screen->view().lessons[0].minutes.empty());
}

TEST_CASE("a device that nobody has checked is offered its check; to keep it puts the offer away") {
  Paper paper;
  Household home({plain_lesson()});
  home.connect(kPen);
  home.devices.follow(platform::PointerMoved{pen(kNow, {10, 10}, 0.0)});
  const auto screen = begin(home);
  paper.draw(*screen);
  CHECK(screen->view().device_new);
  REQUIRE(screen->view().device);
  CHECK(screen->view().device->name == "A pen");
  CHECK(stays(screen->act_on(Command::KeepDevice)));
  paper.draw(*screen);
  CHECK_FALSE(screen->view().device_new);
  CHECK(is<app::Pass>(screen->act_on(Command::OpenDeviceCheck)).command == Command::OpenDeviceCheck);
}

TEST_CASE("a press on a card opens its lesson") {
  Paper paper;
  Household home({plain_lesson()});
  const auto screen = begin(home);
  const auto list = ui::home_layout(kFrame).list;
  int briefs = 0;
  for (float y = list.y + 10; y < list.bottom(); y += 20)
    for (const auto& what : paper.click(*screen, {list.x + 60, y}))
      briefs += std::holds_alternative<app::Push>(what()) ? 1 : 0;
  CHECK(briefs > 0);
}
