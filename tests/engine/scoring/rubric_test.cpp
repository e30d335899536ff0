#include "engine/scoring/rubric.h"

#include <doctest/doctest.h>

using namespace engine::scoring;

TEST_CASE("ramps are linear, clipped, and may fall as well as rise") {
  CHECK(ramp(0.5, {0.0, 1.0}) == 50.0);
  CHECK(ramp(-1.0, {0.0, 1.0}) == 0.0);
  CHECK(ramp(2.0, {0.0, 1.0}) == 100.0);
  CHECK(ramp(0.25, {1.0, 0.0}) == 75.0);
}

TEST_CASE("points are rounded half up to hundredths") {
  CHECK(hundredths(77.525) == 7753);
  CHECK(hundredths(77.5249) == 7752);
  CHECK(hundredths(-3) == 0);
  CHECK(hundredths(123) == 10000);
}

TEST_CASE("every criterion has a name that reads back") {
  for (int i = 0; i < kCriterionCount; ++i) {
    const auto id = static_cast<CriterionId>(i);
    CHECK(criterion_from_name(name(id)) == id);
  }
  CHECK_FALSE(criterion_from_name("beauty").has_value());
}
