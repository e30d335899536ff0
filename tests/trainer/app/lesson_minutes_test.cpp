#include "trainer/app/lesson_minutes.h"

#include <doctest/doctest.h>

#include <atomic>
#include "tests/support/here.h"

using namespace trainer::app;

TEST_CASE("minutes are told for what can be read, once, and the one who waits is woken") {
  const std::string pad = support::source_dir() + "/lessons/first-dots/lesson.toml";
  std::atomic<int> woken = 0;
  Reader reader([&] {
    ++woken;
    woken.notify_one();
  });
  LessonMinutes minutes(reader, {pad, "/nowhere/lesson.toml"});
  woken.wait(0);
  const auto words = minutes.collect();
  REQUIRE(words.has_value());
  REQUIRE(words->size() == 2);
  CHECK(words->at(pad).starts_with("about "));
  CHECK(words->at("/nowhere/lesson.toml").empty());
  CHECK_FALSE(minutes.collect().has_value());
  CHECK(minutes.wait().empty());
  CHECK(woken == 1);
}

TEST_CASE("who cannot wait to be woken is told as soon as all is known") {
  const std::string pad = support::source_dir() + "/lessons/first-dots/lesson.toml";
  Reader reader;
  LessonMinutes minutes(reader, {pad});
  CHECK(minutes.wait().at(pad).starts_with("about "));
  CHECK_FALSE(minutes.collect().has_value());
}

TEST_CASE("who leaves does not wait for a whole library") {
  std::atomic<int> measured = 0;
  std::atomic<bool> left = false;
  Reader reader;
  {
    const LessonMinutes minutes(reader, std::vector<std::string>(2000, "a lesson"), [&](const std::string&) {
      ++measured;
      measured.notify_one();
      left.wait(false);  // the first takes until then
      return std::string();
    });
    measured.wait(0);
  }
  left = true;
  left.notify_one();
  reader.wait();
  CHECK(measured == 1);
}
