// From one camera to another: no canvas is needed.
#include "trainer/canvas/flight.h"

#include <doctest/doctest.h>

#include <cmath>

using engine::core::Radians;
using engine::core::SteadyTime;
using engine::render::Camera;
using trainer::canvas::Flight;

namespace {

constexpr SteadyTime kStart{5'000'000};
constexpr SteadyTime after(std::int64_t us) {
  return SteadyTime{kStart.us + us};
}
Camera at(double x, double px_per_mm, double yaw = 0.0) {
  Camera c;
  c.target = {x, 0.0, 0.0};
  c.px_per_mm = px_per_mm;
  c.yaw = Radians{yaw};
  return c;
}
double x_at(double from, double to, std::int64_t us) {
  Flight flight;
  flight.start(at(from, 10), at(to, 10), kStart);
  return flight.follow(after(us))->target.x;
}

}  // namespace

TEST_CASE("where nobody flies there is no goal and nothing to follow") {
  Flight flight;
  CHECK_FALSE(flight.on());
  CHECK_FALSE(flight.goal());
  CHECK_FALSE(flight.follow(kStart));
  flight.start(at(0, 10), at(8, 10), kStart);
  flight.end();
  CHECK_FALSE(flight.on());
  CHECK_FALSE(flight.follow(after(1)));
}

TEST_CASE("it begins at one camera and after 400 ms it is at the other, to the bit, and over") {
  const Camera from = at(1.1, 7.3, 0.2), to = at(9.7, 23.1, 1.4);
  Flight flight;
  flight.start(from, to, kStart);
  CHECK(flight.on());
  CHECK(flight.goal() == to);
  CHECK(flight.follow(kStart)->target == from.target);
  CHECK(flight.follow(kStart)->px_per_mm == from.px_per_mm);
  CHECK(flight.follow(after(399'999))->target != to.target);
  CHECK(flight.on());
  CHECK(flight.follow(after(400'000)) == to);
  CHECK_FALSE(flight.on());
  CHECK_FALSE(flight.follow(after(400'001)));
}

TEST_CASE("it is slow at both ends, half way in half the time, and the same there and back") {
  CHECK(x_at(0, 100, 40'000) < 1.0);
  CHECK(x_at(0, 100, 360'000) > 99.0);
  CHECK(x_at(0, 100, 200'000) == doctest::Approx(50.0));
  for (std::int64_t us = 0; us < 400'000; us += 50'000)
    CHECK(x_at(0, 100, us) == doctest::Approx(100.0 - x_at(100, 0, us)));
}

TEST_CASE("in the middle it has zoomed by as much as there is still to zoom") {
  Flight flight;
  flight.start(at(0, 4), at(0, 36), kStart);
  CHECK(flight.follow(after(200'000))->px_per_mm == doctest::Approx(12.0));
}

TEST_CASE("it turns the short way round, over the seam as well") {
  const auto half_way = [](double from, double to) {
    Flight flight;
    flight.start(at(0, 10, from), at(0, 10, to), kStart);
    return flight.follow(after(200'000))->yaw.value;
  };
  CHECK(half_way(0.2, 1.0) == doctest::Approx(0.6));
  CHECK(std::fabs(std::remainder(half_way(3.0, -3.0) - engine::core::kPi, 2 * engine::core::kPi)) < 1e-9);
  CHECK(std::fabs(std::remainder(half_way(-3.0, 3.0) - engine::core::kPi, 2 * engine::core::kPi)) < 1e-9);
  CHECK(half_way(0.1, 0.1 + 4 * engine::core::kPi) == doctest::Approx(0.1));
}

TEST_CASE("the mirror is that of the goal from the beginning") {
  Camera to = at(5, 10);
  to.mirrored = true;
  Flight flight;
  flight.start(at(0, 10), to, kStart);
  CHECK(flight.follow(after(1))->mirrored);
}

TEST_CASE("a clock that runs backwards leaves it at its beginning") {
  CHECK(x_at(3, 100, -2'000'000) == 3.0);
}

TEST_CASE("a second flight takes the place of the first") {
  Flight flight;
  flight.start(at(0, 10), at(50, 10), kStart);
  flight.start(at(20, 10), at(-50, 10), after(100'000));
  CHECK(flight.goal()->target.x == -50.0);
  CHECK(flight.follow(after(100'000))->target.x == 20.0);
  CHECK(flight.follow(after(450'000)).has_value());
  CHECK(flight.on());
  CHECK(flight.follow(after(500'000))->target.x == -50.0);
}
