#include "trainer/app/own_stretch.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"

using engine::core::AttemptTime;

using namespace rooms;

namespace {

std::int32_t taut(const app::Sitting& sitting) {
  return sitting.attempt().skin.machine.stretch_permille;
}

support::LessonBuilder own() {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) {
    l.stretch_by = lessons::StretchBy::Own;
    l.machine.stretch_permille = 900;
  });
  return lesson;
}

}  // namespace

TEST_CASE("the skin is as taut as the lesson's hand holds it, while it is held") {
  Household home;
  const auto sitting = home.sit(own());
  app::OwnStretch hand;
  CHECK(hand.apply(*sitting, AttemptTime{} + kSecond).empty());
  CHECK(taut(*sitting) == 0);
  hand.down(kNow);
  CHECK(hand.apply(*sitting, AttemptTime{} + 2 * kSecond).empty());
  CHECK(taut(*sitting) == 900);
  CHECK(sitting->attempt().skin.t_us == AttemptTime{} + 2 * kSecond);
  const auto before = sitting->events().size();
  hand.apply(*sitting, AttemptTime{} + 3 * kSecond);  // as it is already
  CHECK(sitting->events().size() == before);
  hand.up();
  hand.apply(*sitting, AttemptTime{} + 4 * kSecond);
  CHECK(taut(*sitting) == 0);
}

TEST_CASE("an assistant's stretch, finished work and work that is only looked at stay as they are") {
  Household home;
  const auto assisted = home.sit(plain_lesson());
  app::OwnStretch hand;
  CHECK(hand.apply(*assisted, AttemptTime{} + kSecond).empty());
  CHECK(taut(*assisted) == 1000);
  const auto finished = home.sit(own());
  REQUIRE(finished->act(runner::Finish{AttemptTime{} + kSecond}));
  hand.down(kNow);
  CHECK(hand.apply(*finished, AttemptTime{} + 2 * kSecond).empty());
  CHECK(taut(*finished) == 0);
  finished->close();
  CHECK(hand.apply(*finished, AttemptTime{} + 3 * kSecond).empty());
}
