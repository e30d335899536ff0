// Home: what it offers first, lessons, earlier work, trouble.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/home/home_screen.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

LessonCard lesson(int i) {
  return {.id = "lesson-" + std::to_string(i),
          .path = "/lessons/" + std::to_string(i),
          .title = "Lesson " + std::to_string(i),
          .summary =
              "What is done in it, said in a sentence that is long enough to need more than one line in "
              "a narrow window.",
          .minutes = "about 8 min",
          .best = "best 81.20",
          .module = i};
}
HomeView full() {
  HomeView view;
  view.go_on = ContinueCard{"/records/open", "Even dots", "02:10", "32 dots are safe."};
  view.device = DeviceLabel{"A pen with a name", true};
  view.device_new = true;
  for (int i = 1; i <= 14; ++i) view.lessons.push_back(lesson(i));
  view.earlier = {{"/records/1", "Even dots", "16 Oct 2026, 14:02", "100.00 claimed", true},
                  {"/records/2", "Soft hairline", "15 Oct 2026, 09:30", "no total", false}};
  view.problems = {"The lesson /lessons/broken cannot be read: line 3, a title is missing."};
  return view;
}
UiStage::Draw drawing(const HomeView& view) {
  return
      [view](Ui& ui, const Frame& f, HomeIntents& intents) { draw_home(ui, home_layout(f), view, intents); };
}

}  // namespace

TEST_CASE("work that was broken off is offered first") {
  UiStage stage({}, drawing(full()));
  const auto intents = stage.click("hero");
  REQUIRE(only<ContinueRecord>(intents) != nullptr);
  CHECK(only<ContinueRecord>(intents)->path == "/records/open");
}

TEST_CASE("without it the first lesson is offered, and without any lesson the first minutes") {
  auto view = full();
  view.go_on.reset();
  UiStage stage({}, drawing(view));
  const auto intents = stage.click("hero");
  REQUIRE(only<OpenLesson>(intents) != nullptr);
  CHECK(only<OpenLesson>(intents)->path == "/lessons/1");
  UiStage empty({}, drawing({}));
  CHECK(only_command(empty.click("hero"), Command::RepeatFirstRun));
  CHECK(empty.faults().empty());
}

TEST_CASE("every lesson opens itself, also the last of a long list") {
  UiStage stage({}, drawing(full()));
  for (const int i : {1, 7, 14}) {
    const auto intents = stage.click("lesson /lessons/" + std::to_string(i));
    REQUIRE(only<OpenLesson>(intents) != nullptr);
    CHECK(only<OpenLesson>(intents)->path == "/lessons/" + std::to_string(i));
  }
}

TEST_CASE("earlier work is looked at when it is finished, and continued when it is not") {
  UiStage stage({}, drawing(full()));
  const auto finished = stage.click("earlier /records/1"), open = stage.click("earlier /records/2");
  REQUIRE(only<OpenReview>(finished) != nullptr);
  CHECK(only<OpenReview>(finished)->record == "/records/1");
  REQUIRE(only<ContinueRecord>(open) != nullptr);
  CHECK(only<ContinueRecord>(open)->path == "/records/2");
}

TEST_CASE("a device that was never checked is offered a check, and can be kept as it is") {
  UiStage stage({}, drawing(full()));
  CHECK(only_command(stage.click("offer yes"), Command::OpenDeviceCheck));
  CHECK(only_command(stage.click("offer no"), Command::KeepDevice));
  auto known = full();
  known.device_new = false;
  UiStage without({}, drawing(known));
  for (const auto& id : without.controls()) CHECK(id.find("offer") == std::string::npos);
}

TEST_CASE("every control of home answers to pointer and keys, and to none under a sheet") {
  UiStage stage({}, drawing(full()));
  CHECK(stage.controls().size() == 23);  // hero, again, 14 lessons, 2 earlier, 2 of the offer, 3 of the bar
  support::controls_answer(stage);
}

TEST_CASE("nothing of home overlaps or sticks out, with all there can be and with nothing") {
  support::no_faults(drawing(full()));
  support::no_faults(drawing({}));
  auto long_words = full();
  long_words.go_on->lesson = "A lesson whose title goes on and on beyond every width that a window can have";
  for (auto& card : long_words.lessons) card.title = long_words.go_on->lesson;
  for (auto& work : long_words.earlier) work.lesson = long_words.go_on->lesson;
  support::no_faults(drawing(long_words));
}
