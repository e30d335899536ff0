// What the screens do while a disk does not answer: they show what they have, and nobody waits.
#include "trainer/words/reading.h"
#include "tests/trainer/app/work.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/words/saving.h"

using namespace rooms;
using engine::core::Span;
using ui::Command;
namespace words = trainer::words;

namespace {

std::unique_ptr<app::HomeScreen> begin(Household& home) {
  auto screen = std::make_unique<app::HomeScreen>(home.reader, home.shelf, home.attempts, home.saving,
                                                  home.devices, home.preferences, false);
  show(*screen);
  return screen;
}

std::string leave_work(Household& home) {
  Work work(home, home.underway(plain_lesson()));
  work.dot(28, 30);
  const std::string record = work.screen().sitting_->record();
  work.act(Command::LeaveAndKeep);
  home.saving.wait();
  return record;
}

// A screen that reads, before its disk answers.
struct Waiting {
  Waiting(Household& home, const app::Opener& open) {
    home.disk.let(false);
    auto house = home.house();
    auto made = open(house);
    REQUIRE(made);
    screen = std::move(*made);
    show(*screen);
  }
  [[nodiscard]] const app::WaitScreen& now() const { return dynamic_cast<app::WaitScreen&>(*screen); }
  std::unique_ptr<app::Screen> screen;
};

}  // namespace

TEST_CASE("home stands there before its lists, answers, and says after a moment that they are read") {
  Paper paper;
  Household home({plain_lesson()});
  const std::string record = leave_work(home);
  home.disk.let(false);
  const auto screen = begin(home);
  paper.draw(*screen);
  CHECK_FALSE(screen->view().known);
  CHECK(screen->view().reading.empty());
  CHECK(stays(screen->act({.command = Command::Proceed})));  // nobody knows yet what comes next
  CHECK(is<app::Pass>(screen->act_on(Command::OpenSettings)).command == Command::OpenSettings);
  CHECK_FALSE(is<app::Stay>(screen->tick(kNow + Span{199'000})).redraw);
  CHECK(is<app::Stay>(screen->tick(kNow + Span{200'000})).redraw);
  CHECK(screen->view().reading == words::reading_lists());
  paper.draw(*screen);
  home.disk.let(true);
  CHECK(is<app::Stay>(home.settle(*screen)).redraw);
  CHECK(screen->view().known);
  CHECK(screen->view().reading.empty());
  CHECK(screen->view().lessons.size() == 1);
  REQUIRE(screen->view().go_on);
  CHECK(screen->view().go_on->record == record);
}

TEST_CASE("who comes home again sees what was known last until more is known") {
  Household home({plain_lesson()});
  const auto screen = begin(home);
  home.settle(*screen);
  CHECK(screen->view().earlier.empty());
  leave_work(home);
  home.disk.let(false);
  screen->arrive({});
  screen->tick(kNow + kSecond);
  CHECK(screen->view().known);
  CHECK(screen->view().reading.empty());
  CHECK(screen->view().lessons.size() == 1);
  CHECK(screen->view().earlier.empty());
  home.disk.let(true);
  home.settle(*screen);
  CHECK(screen->view().earlier.size() == 1);
}

TEST_CASE("a brief stands there before the list of attempts, and then offers to go on") {
  Paper paper;
  Household home({plain_lesson()});
  const std::string record = leave_work(home);
  const auto screen =
      opened<app::BriefScreen>(app::brief_of(home.shelf, plain_lesson().lesson().id).open, home);
  home.disk.let(false);
  show(*screen);
  paper.draw(*screen);
  CHECK(stays(screen->act({.command = Command::Proceed})));
  home.disk.let(true);
  CHECK(is<app::Stay>(home.settle(*screen)).redraw);
  const auto work =
      opened<app::WorkScreen>(is<app::Replace>(screen->act({.command = Command::Proceed})).open, home);
  CHECK(work->attempt().skin.dots.size() == 1);
}

TEST_CASE("lessons, records and the first minutes are read while the picture goes on, and one can go back") {
  Paper paper;
  Household home({plain_lesson()});
  const std::string record = leave_work(home);
  for (const auto& [open, said] : std::vector<std::pair<app::Opener, std::string>>{
           {app::brief_of(home.shelf, plain_lesson().lesson().id).open, words::reading_lesson()},
           {app::brief_instead(home.shelf, plain_lesson().lesson().id).open, words::reading_lesson()},
           {app::continue_work(record).open, words::bringing_back()},
           {app::continue_instead(record).open, words::bringing_back()},
           {app::first_minutes().open, words::reading_lesson()},
           {app::review_of(record).open, words::reading_record()}}) {
    Waiting waiting(home, open);
    paper.draw(*waiting.screen);
    CHECK(waiting.now().words().empty());  // what comes at once is not announced
    CHECK(stays(waiting.screen->tick(kNow + Span{200'000})));
    CHECK(waiting.now().words() == said);
    paper.draw(*waiting.screen);
    REQUIRE(waiting.screen->can(Command::Back));
    is<app::Pop>(waiting.screen->act({.command = Command::Back}));
    home.disk.let(true);
    is<app::Replace>(home.settle(*waiting.screen));
  }
}

TEST_CASE("what cannot be read is said to the screen below") {
  Household home;
  Waiting waiting(home, app::review_of("/nowhere.smprec").open);
  home.disk.let(true);
  auto house = home.house();
  const auto refused = is<app::Replace>(home.settle(*waiting.screen)).open(house);
  REQUIRE_FALSE(refused);
  waiting.screen->arrive(refused.error().message);
  CHECK(is<app::Pop>(waiting.screen->tick(kNow)).said == refused.error().message);
}
