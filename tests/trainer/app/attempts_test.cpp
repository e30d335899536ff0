// Work that was saved at another place is found again, and a place that cannot be reached is said.
#include "trainer/app/attempts.h"

#include <filesystem>
#include <fstream>

#include "tests/trainer/app/work.h"
#include "trainer/app/saving_places.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/store/last_words.h"
#include "trainer/words/counts.h"
#include "trainer/words/saving.h"

using namespace rooms;
using engine::core::Span;
using ui::Command;
namespace fs = std::filesystem;
namespace words = trainer::words;

namespace {

// The profile's folder of records is lost in the middle; the work goes on in another, and is left there.
std::string work_elsewhere(Household& home, const std::string& folder) {
  Work work(home, home.underway(plain_lesson()));
  work.dot(26, 26);
  home.saving.wait();
  fs::remove_all(home.profile.records_folder());
  work.dot(28, 28);
  home.saving.wait();
  CHECK(home.saving.folders().empty());  // nothing of it is safe anywhere
  home.saving.keep_in(folder);
  home.saving.wait();
  const auto folders = home.saving.folders();
  REQUIRE(folders == std::vector<std::string>{folder});
  home.attempts.remember(folders[0]);
  const std::string record = work.screen().sitting_->record();
  work.act(Command::LeaveAndKeep);
  home.saving.wait();
  return record;
}

// As after the next start.
struct Later {
  explicit Later(Household& household, app::Attempts::Elsewhere elsewhere = {})
      : home(household), attempts(home.reader, home.profile, std::move(elsewhere)) {
    show(screen);
    read();
  }
  void read(Span us = {}) {
    attempts.wait();
    home.shelf.wait();
    screen.tick(kNow + us);
  }
  Household& home;
  app::Attempts attempts;
  app::HomeScreen screen{home.reader,  home.shelf,       attempts, home.saving,
                         home.devices, home.preferences, false};
};

bool says(const app::HomeScreen& home, const std::string& what) {
  const auto& said = home.view().problems;
  return std::find(said.begin(), said.end(), what) != said.end();
}

}  // namespace

TEST_CASE("what the last window said when it died is told, for as long as this one is there") {
  Household home({plain_lesson()});
  REQUIRE(trainer::store::leave_last_words(home.profile.folder(), "It ended."));
  Later later(home);
  CHECK(later.screen.view().problems == std::vector<std::string>{"It ended."});
  later.attempts.refresh();
  later.read(Span{1});
  CHECK(says(later.screen, "It ended."));
  CHECK(Later(home).screen.view().problems.empty());
}

TEST_CASE("records that cannot be shown are named, three of many") {
  Household home({plain_lesson()});
  const auto junk = [&](int k) {
    const std::string path = home.profile.records_folder() + "/" + std::to_string(k) + ".smprec";
    std::ofstream(path) << "no record at all";
    return words::attempt_unread(path, "is not a record");
  };
  const std::string first = junk(1), second = junk(2), third = junk(3), fourth = junk(4);
  CHECK(Later(home).screen.view().problems == std::vector{first, second, third, fourth});
  junk(5);
  CHECK(Later(home).screen.view().problems ==
        std::vector{first, second, third, words::attempts_unread(2, home.profile.records_folder())});
}

TEST_CASE("work that was saved elsewhere stands among the others at the next start, with its place") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere";
  const std::string record = work_elsewhere(home, folder);
  const Later later(home);
  const auto& view = later.screen.view();
  CHECK(view.problems.empty());
  REQUIRE(view.earlier.size() == 1);
  CHECK(view.earlier[0].record == record);
  CHECK(view.earlier[0].lesson.find(folder) != std::string::npos);
  REQUIRE(view.go_on);
  CHECK(view.go_on->record == record);
  CHECK(view.go_on->dots.find(folder) != std::string::npos);
}

TEST_CASE("the stump of work that was saved elsewhere is not offered when its place is well again") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere", aside = home.folder.path() + "/aside";
  Work work(home, home.underway(plain_lesson()));
  work.dot(26, 26);
  home.saving.wait();
  const std::string own = home.profile.records_folder();
  fs::rename(own, aside);
  work.dot(28, 28);
  home.saving.wait();
  home.saving.keep_in(folder);
  home.saving.wait();
  home.attempts.remember(folder);
  work.dot(30, 30);
  const std::string record = work.screen().sitting_->record();
  work.act(Command::LeaveAndKeep);
  home.saving.wait();
  fs::remove_all(own);
  fs::rename(aside, own);
  const auto stumps = trainer::store::records_in(own);
  REQUIRE(stumps.size() == 1);
  REQUIRE(trainer::store::glance(stumps[0]));
  REQUIRE(stumps[0] != record);
  const Later later(home);
  const auto& view = later.screen.view();
  REQUIRE(view.earlier.size() == 1);
  CHECK(view.earlier[0].record == record);
  REQUIRE(view.go_on);
  CHECK(view.go_on->record == record);
}

TEST_CASE("a place that is not there now is said with what lies there, and is listed once it is back") {
  Household home({plain_lesson()});
  const std::string stick = home.folder.path() + "/stick", away = home.folder.path() + "/away";
  const std::string folder = stick + "/elsewhere";
  const std::string record = work_elsewhere(home, folder);
  { const Later later(home); }
  fs::rename(stick, away);
  Later later(home);
  CHECK(later.attempts.now().empty());
  CHECK(later.attempts.known());
  CHECK(says(later.screen, words::attempts_out_of_reach(1, folder)));
  CHECK(home.profile.other_places().size() == 1);
  fs::rename(away, stick);
  later.screen.arrive({});
  later.read();
  CHECK(later.screen.view().problems.empty());
  CHECK(later.attempts.now().size() == 1);
}

TEST_CASE("a place that does not answer keeps nothing back, and is said after two seconds") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere";
  work_elsewhere(home, folder);
  Later later(home);
  home.disk.let(false);
  later.screen.arrive({});
  later.screen.tick(kNow);
  later.screen.tick(kNow + Span{1'999'000});
  CHECK(later.screen.view().problems.empty());
  CHECK(later.screen.view().earlier.size() == 1);
  later.screen.tick(kNow + Span{2'000'000});
  CHECK(says(later.screen, words::attempts_out_of_reach(1, folder)));
  home.disk.let(true);
  later.read(Span{2'100'000});
  CHECK(later.screen.view().problems.empty());
}

TEST_CASE("a folder without records is no place any more") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere";
  fs::remove(work_elsewhere(home, folder));
  { const Later later(home); }
  fs::remove_all(folder);
  const Later later(home);
  CHECK(later.screen.view().problems.empty());
  CHECK(home.profile.other_places().empty());
}

TEST_CASE("a folder that was removed is told once, and forgotten") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere";
  work_elsewhere(home, folder);
  { const Later later(home); }
  fs::remove_all(folder);
  const Later later(home);
  CHECK(says(later.screen, words::attempts_deleted(1, folder)));
  const Later after(home);
  CHECK(after.screen.view().problems.empty());
}

TEST_CASE("the empty place of something that is not plugged in is not called removed") {
  Household home({plain_lesson()});
  const std::string stick = home.folder.path() + "/stick", folder = stick + "/elsewhere";
  work_elsewhere(home, folder);
  { const Later later(home); }
  fs::remove_all(stick);
  fs::create_directory(stick);
  for (int start = 0; start < 2; ++start) {
    const Later later(home);
    CHECK(says(later.screen, words::attempts_out_of_reach(1, folder)));
  }
}

TEST_CASE("work whose place could not be remembered is found where the program offers to save it") {
  Household home({plain_lesson()});
  const std::string folder = home.folder.path() + "/elsewhere";
  const std::string record = work_elsewhere(home, folder);
  home.profile.remember_places({});  // as after a disk that is full for good
  CHECK(Later(home).attempts.now().empty());
  home.profile.remember_places({});
  const Later later(home, [folder] { return std::vector{folder}; });
  REQUIRE(later.screen.view().go_on);
  CHECK(later.screen.view().go_on->record == record);
  CHECK(home.profile.other_places().size() == 1);  // from now on it is remembered
}

TEST_CASE("the places that the program offers are looked through for records") {
  const Folder home;
  const std::string before = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "";
  setenv("HOME", home.path().c_str(), 1);
  const std::string ours = home.path() + "/SMP Trainer";
  fs::create_directories(ours);
  const auto has = [&] {
    const auto found = app::places_with_records();
    return std::find(found.begin(), found.end(), ours) != found.end();
  };
  CHECK_FALSE(has());
  std::ofstream(ours + "/a.smprec") << "x";
  CHECK(has());
  setenv("HOME", before.c_str(), 1);
}
