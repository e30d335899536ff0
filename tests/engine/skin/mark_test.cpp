#include "engine/skin/mark.h"

#include <doctest/doctest.h>

#include <vector>

#include "engine/skin/light.h"

using namespace engine;
using namespace engine::skin;

namespace {

Dot dot_at(double delta, std::int32_t diameter_um = 250) {
  Dot dot;
  dot.thickness_um = 1200;
  dot.deposit_depth_um = static_cast<std::int32_t>(delta * 1200);
  dot.diameter_um = diameter_um;
  return dot;
}

// The model, none of whose dots are shed.
HealingModel keeping_all() {
  HealingModel m;
  m.stay_target = m.stay_shallow_low = m.stay_shallow_high = m.stay_epidermal = m.stay_deep = 1.0;
  m.seen_from = 0.0;
  return m;
}

double taken(const Dot& dot, double days) {
  double sum = 0.0;
  for (const Spot& spot : spots_of(dot, days, keeping_all(), true)) sum += light_taken(spot).g;
  return sum;
}

constexpr double kYear = 365.25;

}  // namespace

TEST_CASE("good work takes two thirds of its light after three years and half after five; deep work stays") {
  const double healed = taken(dot_at(0.55), 28.0);
  const auto left = [&](double years) { return taken(dot_at(0.55), years * kYear) / healed; };
  CHECK(left(3.0) > 0.65);
  CHECK(left(3.0) < 0.75);
  CHECK(left(5.0) > 0.45);
  CHECK(left(5.0) < 0.60);
  const double deep = taken(dot_at(1.0, 500), 28.0);
  CHECK(deep > 1.5 * healed);
  CHECK(taken(dot_at(1.0, 500), 5 * kYear) > 0.75 * deep);
  CHECK(taken(dot_at(0.2), 3 * kYear) / taken(dot_at(0.2), 28.0) < 0.5);
}

TEST_CASE("thicker pigment is darker, but never by as much as it is thicker") {
  double last = 0.0;
  for (const int permille : {250, 500, 1000, 1500, 2140, 3750}) {
    Dot dot = dot_at(0.55);
    dot.pigment_permille = permille;
    const double now = spots_of(dot, 28.0, keeping_all(), true).front().density.g;
    CHECK(now > last);
    if (permille > 1000) CHECK(now / last < 1.25);
    last = now;
  }
}

TEST_CASE("what lies on the skin is told from what lies in it, and a scab hides its dot") {
  const Dot deep = dot_at(1.1, 500);
  const auto fresh = spots_of(deep, 0.0, keeping_all(), false);
  REQUIRE(fresh.size() == 2);
  CHECK(!fresh.front().on_skin);
  CHECK(fresh.back().on_skin);
  const auto scabbed = spots_of(dot_at(0.55), 3.0, keeping_all(), false);
  REQUIRE(scabbed.size() == 2);
  CHECK(scabbed.front().density.g == 0.0);
  CHECK(light_taken(scabbed.back()).g >
        light_taken(spots_of(dot_at(0.55), 3.0, keeping_all(), true).front()).g);
}
