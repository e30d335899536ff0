#include "trainer/app/clock_words.h"

#include "tests/trainer/app/work.h"

using engine::core::AttemptTime;

using namespace rooms;

TEST_CASE("the clock is the attempt's, and never before what is on record") {
  Household home;
  const auto sitting = home.sit(plain_lesson());
  CHECK(app::clock_words(*sitting, kNow) == "00:00");
  CHECK(app::clock_words(*sitting, kNow + 75 * kSecond) == "01:15");
  REQUIRE(sitting->act(runner::ChangeMachine{AttemptTime{} + 90 * kSecond, sitting->attempt().skin.machine}));
  CHECK(app::clock_words(*sitting, kNow + 75 * kSecond) == "01:30");
  CHECK(app::clock_words(*sitting, kNow + 91 * kSecond) == "01:31");
}

TEST_CASE("while the sitting pauses the clock stands still") {
  Household home;
  const auto sitting = home.sit(plain_lesson());
  sitting->pause(kNow + 10 * kSecond);
  CHECK(app::clock_words(*sitting, kNow + 90 * kSecond) == "00:10");
  sitting->resume(kNow + 90 * kSecond);
  CHECK(app::clock_words(*sitting, kNow + 95 * kSecond) == "00:15");
}

TEST_CASE("a lesson with a limit names it") {
  Household home;
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 600; });
  const auto sitting = home.sit(lesson);
  CHECK(app::clock_words(*sitting, kNow + 61 * kSecond) == "01:01 of 10:00");
}
