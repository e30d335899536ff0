#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "trainer/canvas/eye.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;

namespace {

constexpr engine::scalp::CanvasPoint kGoal{20'000, 30'000};

}  // namespace

TEST_CASE("a flight takes its time, and with reduced motion none") {
  const engine::scalp::Canvas canvas{engine::scalp::Pad{}};
  for (const bool cuts : {false, true}) {
    CAPTURE(cuts);
    Eye eye(canvas);
    eye.place({0, 0, 800, 600}, {0, 0, 800, 600}, 1.0);
    eye.set_cuts(cuts);
    eye.look_at(kGoal, 14.0, SteadyTime{1'000'000});
    CHECK(eye.flying() == !cuts);
    const auto there = eye.lens().project(kGoal);
    REQUIRE(there);
    CHECK((std::abs(there->x - 400) < 1 && std::abs(there->y - 300) < 1) == cuts);
    eye.fly(SteadyTime{1'400'000});
    CHECK_FALSE(eye.flying());
    CHECK(eye.lens().project(kGoal)->x == doctest::Approx(400).epsilon(0.01));
  }
}
