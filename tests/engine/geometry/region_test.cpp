#include "engine/geometry/region.h"

#include <doctest/doctest.h>

#include <limits>

using namespace engine::geometry;

TEST_CASE("area, holes and borders of a square with a hole") {
  const auto region = Region::make({{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, false}, {{{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}, true}}).value();
  CHECK(region.area() == doctest::Approx(96));
  CHECK_FALSE(region.is_rectangle());
  CHECK(region.contains({1, 1}));
  CHECK_FALSE(region.contains({5, 5}));
  CHECK(region.contains({4, 5}));  // closed: the border of a hole belongs to the region
  CHECK(region.contains({0, 0}));
  CHECK_FALSE(region.contains({10.001, 5}));
  CHECK(region.border_distance({5, 5}) == doctest::Approx(1));
  CHECK(region.border_distance({2, 5}) == doctest::Approx(2));
}

TEST_CASE("direction of a ring does not matter") {
  const auto region = Region::make({{{{0, 0}, {0, 5}, {5, 5}, {5, 0}}, false}}).value();
  CHECK(region.area() == 25);
  CHECK(region.is_rectangle());
}

TEST_CASE("broken rings are refused and named") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(Region::make({}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, 1}}, false}}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, 1}, {2, 2}}, false}}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, nan}, {2, 2}}, false}}).has_value());
  const auto bow = Region::make({{{{0, 0}, {4, 4}, {4, 0}, {0, 3}}, false}});
  REQUIRE_FALSE(bow.has_value());
  CHECK(bow.error().message.find("crosses itself") != std::string::npos);
  CHECK(bow.error().field == "ring 1");
}
