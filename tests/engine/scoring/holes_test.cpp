#include "engine/scoring/holes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/scoring/copies.h"
#include "engine/scoring/smooth.h"

using namespace engine;
using namespace engine::scoring;

namespace {

Field square(double side) {
  Field field;
  field.region = Region::rectangle({0, 0}, {side, side});
  field.target.plateau_per_mm2 = 1.0;
  return field;
}

void put(Field& field, Vec2 at) { field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at}); }

// A lattice with some jitter: no holes but those one makes.
Field woven(double side, core::Seed seed) {
  Field field = square(side);
  for (int y = 0; y < static_cast<int>(side); ++y)
    for (int x = 0; x < static_cast<int>(side); ++x) {
      const auto n = static_cast<std::uint64_t>(y * 1000 + x);
      put(field, {x + 0.5 + 0.2 * (core::draw_unit(seed, "x", n) - 0.5), y + 0.5 + 0.2 * (core::draw_unit(seed, "y", n) - 0.5)});
    }
  return field;
}

}  // namespace

TEST_CASE("the largest hole is found where it was made, and is as wide as it is") {
  Field field = woven(30, 1);
  std::erase_if(field.dots, [](const FieldDot& d) { return glm::length(d.at - Vec2{18.3, 9.1}) < 3.0; });
  const Hole hole = largest_hole(field, 0.0);
  CHECK(glm::length(hole.centre - Vec2{18.3, 9.1}) < 0.7);
  double nearest = 1e9;
  for (const auto& d : field.dots) nearest = std::min(nearest, glm::length(d.at - hole.centre));
  CHECK(hole.radius == doctest::Approx(nearest).epsilon(1e-9));
  CHECK(hole.radius > 2.9);
}

TEST_CASE("what is uncovered is counted as by looking at every dot") {
  Field field = square(12);
  for (std::uint64_t i = 0; i < 60; ++i) put(field, {12 * core::draw_unit(3, "x", i), 12 * core::draw_unit(3, "y", i)});
  int all = 0, open = 0;
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 120; ++x) {
      const Vec2 p{(x + 0.5) / 10, (y + 0.5) / 10};
      ++all;
      open += std::none_of(field.dots.begin(), field.dots.end(), [&](const FieldDot& d) { return glm::length(d.at - p) <= 1.0; }) ? 1 : 0;
    }
  CHECK(uncovered_fraction(field, 0.0) == doctest::Approx(static_cast<double>(open) / all).epsilon(1e-12));
}

TEST_CASE("one dot far away does not make the search endless") {
  Field field = square(400);
  put(field, {1, 1});
  CHECK(largest_hole(field, 0.0).radius == doctest::Approx(std::hypot(399, 399)).epsilon(1e-4));
  CHECK(fill_holes(field, 50).size() == 50);
}

TEST_CASE("holes are filled widest first, and never so that dots touch") {
  Field field = woven(24, 5);
  std::erase_if(field.dots, [](const FieldDot& d) { return glm::length(d.at - Vec2{6, 6}) < 2.5 || glm::length(d.at - Vec2{17, 15}) < 1.6; });
  const auto added = fill_holes(field, 12);
  REQUIRE(added.size() == 12);
  CHECK(glm::length(added.front() - Vec2{6, 6}) < 1.0);
  for (std::size_t i = 0; i < added.size(); ++i) {
    for (const auto& d : field.dots) CHECK(glm::length(d.at - added[i]) > 0.49);
    for (std::size_t j = 0; j < i; ++j) CHECK(glm::length(added[j] - added[i]) > 0.49);
  }
}

TEST_CASE("a tile that is stamped again and again is seen, honest work is not accused") {
  Field stamped = square(40);
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 4; ++x)
      for (std::uint64_t i = 0; i < 100; ++i) put(stamped, Vec2{10.0 * x, 10.0 * y} + 10.0 * Vec2{core::draw_unit(2, "x", i), core::draw_unit(2, "y", i)});
  CHECK(strongest_copy(stamped).share > 0.9);
  CHECK(copied_dots(stamped, strongest_copy(stamped).shift, 400).size() == 400);
  Field random = square(40);
  for (std::uint64_t i = 0; i < 1600; ++i) put(random, {40 * core::draw_unit(4, "x", i), 40 * core::draw_unit(4, "y", i)});
  CHECK(strongest_copy(random).share < 0.30);
}
