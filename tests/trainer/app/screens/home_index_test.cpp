// What home costs: who comes home a second time opens no lesson and folds no record.
#include "trainer/app/screens/home_screen.h"

#include <fstream>

#include "tests/trainer/app/work.h"

using namespace rooms;

namespace {

support::LessonBuilder lesson(const std::string& id) {
  support::LessonBuilder made(id);
  made.target(support::square("square", 20, 40), 60.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  made.with([](support::Lesson& l) { l.title = "Title of " + l.id; });
  return made;
}

struct Home {
  Household house{{lesson("alpha"), lesson("beta")}};
  app::HomeScreen screen{house.reader,      house.shelf, house.attempts, house.saving, house.devices,
                         house.preferences, true};

  void arrive() {
    house.saving.wait();
    screen.arrive({});
    house.shelf.wait();
    house.attempts.wait();
    screen.tick(kNow);
  }
  // Somebody works at a lesson and leaves; without a word, as a crash does, when not `told`.
  std::string work(const std::string& id, int dots, bool told = true) {
    auto sitting = house.sit(lesson(id));
    engine::core::SteadyTime steady = kNow;
    for (int i = 0; i < dots; ++i)
      for (const bool contact : {true, false}) {
        steady += contact ? engine::core::Span{400'000} : kPress;
        REQUIRE(sitting->act(runner::MoveNeedle{{.t_us = sitting->time(steady),
                                                 .at = {22'000 + 1'000 * i, 30'000},
                                                 .pressure = {},
                                                 .tilt = {},
                                                 .contact = contact}}));
      }
    const std::string record = sitting->record();
    if (told) sitting->close();
    return record;
  }
};

}  // namespace

TEST_CASE("home offers to go on, and says how far the work stands") {
  Home home;
  const std::string record = home.work("alpha", 7);
  home.arrive();
  const auto& view = home.screen.view();
  REQUIRE(view.go_on.has_value());
  CHECK(view.go_on->record == record);
  CHECK(view.go_on->lesson == "Title of alpha");
  CHECK(view.go_on->dots == "7 dots are safe.");
  CHECK(view.go_on->at == "00:03");
  REQUIRE(view.earlier.size() == 1);
  CHECK(view.earlier[0].total == "go on");
  CHECK_FALSE(view.earlier[0].finished);
}

TEST_CASE("who comes home again opens no lesson and folds no record") {
  Home home;
  home.work("alpha", 3);
  home.work("beta", 2, false);
  home.arrive();
  const std::size_t lessons = home.house.shelf.opened(), records = home.house.attempts.opened();
  CHECK(lessons == 2);
  CHECK(records == 2);
  CHECK(home.house.attempts.folded() == 1);  // the one that was cut off
  for (int again = 0; again < 3; ++again) home.arrive();
  CHECK(home.house.shelf.opened() == lessons);
  CHECK(home.house.attempts.opened() == records);
  CHECK(home.house.attempts.folded() == 1);
  REQUIRE(home.screen.view().earlier.size() == 2);
}

TEST_CASE("a sitting costs the look at its own record, no more, and no fold") {
  Home home;
  home.work("alpha", 3);
  home.arrive();
  const std::size_t lessons = home.house.shelf.opened(), records = home.house.attempts.opened();
  home.work("beta", 4);
  home.arrive();
  CHECK(home.house.shelf.opened() == lessons);
  CHECK(home.house.attempts.opened() == records + 1);
  CHECK(home.house.attempts.folded() == 0);
  CHECK(home.screen.view().earlier.size() == 2);
}

TEST_CASE("how long lessons take is worked out once, and again for one that has changed") {
  Home home;
  Paper paper;
  home.arrive();
  CHECK(home.house.shelf.without_minutes().size() == 2);
  static_cast<void>(paper.draw(home.screen));
  static_cast<void>(home.screen.tick(kNow));
  for (const auto& card : home.screen.view().lessons) CHECK(card.minutes.starts_with("about "));
  home.arrive();
  CHECK(home.house.shelf.without_minutes().empty());
  for (const auto& card : home.screen.view().lessons) CHECK(card.minutes.starts_with("about "));
  auto changed = lesson("beta");
  changed.with([](support::Lesson& l) { l.summary = "Said at greater length than before"; });
  std::ofstream(home.house.folder.path() + "/shelf/beta/lesson.toml") << changed.text();
  home.screen.arrive({});
  home.house.shelf.wait();
  const auto open = home.house.shelf.without_minutes();
  REQUIRE(open.size() == 1);
  CHECK(open[0].ends_with("beta"));
}

TEST_CASE("the best total stands on its lesson's card") {
  Home home;
  auto sitting = home.house.sit(lesson("alpha"));
  REQUIRE(sitting->act(runner::Finish{sitting->time(kNow + kSecond)}));
  sitting->close();
  home.arrive();
  CHECK(home.screen.view().lessons[0].best.empty());  // not finished: no total
  CHECK_FALSE(home.screen.view().go_on.has_value());
  REQUIRE(home.screen.view().earlier.size() == 1);
  CHECK(home.screen.view().earlier[0].total == "no total");
}
