#include "trainer/app/lesson_minutes.h"

#include <doctest/doctest.h>

#include <atomic>
#include "tests/support/here.h"

using namespace trainer::app;

TEST_CASE("minutes are told for what can be read, once, and the one who waits is woken") {
  const std::string pad = support::source_dir() + "/lessons/first-dots/lesson.toml";
  std::atomic<int> woken = 0;
  {
    LessonMinutes minutes({pad, "/nowhere/lesson.toml"}, [&] {
      ++woken;
      woken.notify_one();
    });
    woken.wait(0);
    const auto words = minutes.collect();
    REQUIRE(words.has_value());
    REQUIRE(words->size() == 2);
    CHECK(words->at(pad).starts_with("about "));
    CHECK(words->at("/nowhere/lesson.toml").empty());
    CHECK_FALSE(minutes.collect().has_value());
    CHECK(minutes.wait().empty());
  }
  CHECK(woken == 1);
}

TEST_CASE("who cannot wait to be woken is told as soon as all is known") {
  const std::string pad = support::source_dir() + "/lessons/first-dots/lesson.toml";
  LessonMinutes minutes({pad}, [] {});
  CHECK(minutes.wait().at(pad).starts_with("about "));
  CHECK_FALSE(minutes.collect().has_value());
}

TEST_CASE("who leaves does not wait for a whole library") {
  std::atomic<int> woken = 0;
  {
    const LessonMinutes minutes(
        std::vector<std::string>(2000, support::source_dir() + "/lessons/soft-hairline/lesson.toml"),
        [&] { ++woken; });
  }
  CHECK(woken == 0);
}
