// What a lesson's equipment says is what the fold and the score go by.
#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "tests/support/lessons.h"
#include "trainer/runner/attempt.h"

using engine::core::AttemptTime;

using namespace trainer;

namespace {

support::LessonBuilder worked() {
  support::LessonBuilder lesson;
  lesson.target(support::square("square", 20, 40), 60.0).step(support::StepKind::NeedleWork);
  lesson.also_judged(engine::scoring::CriterionId::Size);
  lesson.with([](support::Lesson& l) {
    l.machine.needle = {3, 250, engine::skin::Taper::Long};
    l.machine.pigment = "warm grey";
    l.judged_at = "2y";
  });
  return lesson;
}

std::vector<runner::AttemptEvent> presses() {
  std::vector<runner::AttemptEvent> events;
  std::int64_t t = 0;
  for (int row = 0; row < 15; ++row)
    for (int column = 0; column < 15; ++column)
      for (const bool contact : {true, false}) {
        t += contact ? 300'000 : 150'000;
        events.emplace_back(engine::sim::Event{
            engine::sim::NeedleMoved{{.t_us = AttemptTime{t},
                                      .at = {20'700 + 1'300 * column, 20'700 + 1'300 * row},
                                      .pressure = {},
                                      .tilt = {},
                                      .contact = contact}}});
      }
  return events;
}

runner::Attempt with(const engine::skin::Equipment& equipment) {
  auto lesson = worked().lesson();
  lesson.equipment = equipment;
  return runner::fold(assessment::Site::make(lesson).value(), presses());
}

}  // namespace

TEST_CASE("standard equipment is what a lesson has that says nothing") {
  const auto said = with({}),
             nothing = runner::fold(assessment::Site::make(worked().lesson()).value(), presses());
  CHECK(said.skin.dots == nothing.skin.dots);
  CHECK(runner::digest(said) == runner::digest(nothing));
}

TEST_CASE("a needle that widens dots less makes smaller ones") {
  engine::skin::Equipment equipment;
  equipment.needles.point_spread = 0;
  const auto standard = with({}), slim = with(equipment);
  REQUIRE(standard.skin.dots.size() == 225);
  CHECK(slim.skin.dots[0].diameter_um < standard.skin.dots[0].diameter_um);
  CHECK(runner::digest(slim) != runner::digest(standard));
}

TEST_CASE("a taper that brings less makes lighter dots") {
  engine::skin::Equipment equipment;
  equipment.needles.long_load = 400;
  CHECK(with(equipment).skin.dots[0].pigment_permille < with({}).skin.dots[0].pigment_permille);
}

TEST_CASE("a pigment has the undertone that is embedded") {
  engine::skin::Equipment equipment;
  equipment.pigments.toned = {{"warm grey", engine::scalp::Undertone::Cool}};
  CHECK(with({}).skin.dots[0].undertone == engine::scalp::Undertone::Warm);
  CHECK(with(equipment).skin.dots[0].undertone == engine::scalp::Undertone::Cool);
}

TEST_CASE("work that is judged when it has healed is judged by the healing that is embedded") {
  engine::skin::Equipment sheds;
  sheds.healing.usual.stay_target = sheds.healing.usual.stay_shallow_high = 0.3;
  const auto standard = with({}), shed = with(sheds);
  CHECK(standard.skin.dots == shed.skin.dots);
  CHECK(runner::assess(standard).total != runner::assess(shed).total);
  CHECK(runner::assess(standard).total.has_value());
}
