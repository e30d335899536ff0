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

void put(Field& field, Vec2 at) {
  field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at});
}

// A lattice with some jitter: no holes but those one makes.
Field woven(double side, core::Seed seed) {
  Field field = square(side);
  for (int y = 0; y < static_cast<int>(side); ++y)
    for (int x = 0; x < static_cast<int>(side); ++x) {
      const auto n = static_cast<std::uint64_t>(y * 1000 + x);
      put(field, {x + 0.5 + 0.2 * (core::draw_unit(seed, "x", n) - 0.5),
                  y + 0.5 + 0.2 * (core::draw_unit(seed, "y", n) - 0.5)});
    }
  return field;
}

}  // namespace

TEST_CASE("the largest hole is found where it was made, and is as wide as it is") {
  Field field = woven(30, 1);
  std::erase_if(field.dots, [](const FieldDot& d) { return glm::length(d.at - Vec2{18.3, 9.1}) < 3.0; });
  const Hole hole = largest_hole(field, {});
  CHECK(glm::length(hole.centre - Vec2{18.3, 9.1}) < 0.7);
  double nearest = 1e9;
  for (const auto& d : field.dots) nearest = std::min(nearest, glm::length(d.at - hole.centre));
  CHECK(hole.radius.value == doctest::Approx(nearest).epsilon(1e-9));
  CHECK(hole.radius.value > 2.9);
}

TEST_CASE("what is uncovered is counted as by looking at every dot") {
  Field field = square(12);
  for (std::uint64_t i = 0; i < 60; ++i)
    put(field, {12 * core::draw_unit(3, "x", i), 12 * core::draw_unit(3, "y", i)});
  int all = 0, open = 0;
  for (int y = 0; y < 120; ++y)
    for (int x = 0; x < 120; ++x) {
      const Vec2 p{(x + 0.5) / 10, (y + 0.5) / 10};
      ++all;
      open += std::none_of(field.dots.begin(), field.dots.end(),
                           [&](const FieldDot& d) { return glm::length(d.at - p) <= 1.0; })
                  ? 1
                  : 0;
    }
  CHECK(open_pixels(field, kUncovered).fraction() ==
        doctest::Approx(static_cast<double>(open) / all).epsilon(1e-12));
}

TEST_CASE("one dot far away does not make the search endless") {
  Field field = square(400);
  put(field, {1, 1});
  CHECK(largest_hole(field, {}).radius.value == doctest::Approx(std::hypot(399, 399)).epsilon(1e-4));
  CHECK(fill_holes(field, 50).size() == 50);
}

TEST_CASE("holes are filled widest first, and never so that dots touch") {
  Field field = woven(24, 5);
  std::erase_if(field.dots, [](const FieldDot& d) {
    return glm::length(d.at - Vec2{6, 6}) < 2.5 || glm::length(d.at - Vec2{17, 15}) < 1.6;
  });
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
      for (std::uint64_t i = 0; i < 100; ++i)
        put(stamped,
            Vec2{10.0 * x, 10.0 * y} + 10.0 * Vec2{core::draw_unit(2, "x", i), core::draw_unit(2, "y", i)});
  CHECK(strongest_copy(stamped).share > 0.9);
  CHECK(copied_dots(stamped, strongest_copy(stamped).shift, 400).size() == 400);
  Field random = square(40);
  for (std::uint64_t i = 0; i < 1600; ++i)
    put(random, {40 * core::draw_unit(4, "x", i), 40 * core::draw_unit(4, "y", i)});
  CHECK(strongest_copy(random).share < 0.30);
}

TEST_CASE("a stamped tile is seen in a narrow strip whichever way that lies") {
  for (const Vec2 along : {Vec2{1.0, 0.0}, Vec2{0.8, 0.6}, Vec2{0.6, 0.8}}) {
    const Vec2 across{-along.y, along.x}, end = 120.0 * along, side = 8.0 * across;
    Field strip;
    strip.region = Region::make({{{{0, 0}, end, end + side, side}, false}}).value();
    strip.target.plateau_per_mm2 = 1.0;
    for (int tile = 0; tile < 8; ++tile)
      for (std::uint64_t i = 0; i < 120; ++i)
        put(strip, (15.0 * (tile + core::draw_unit(2, "x", i))) * along +
                       (8.0 * core::draw_unit(2, "y", i)) * across);
    CHECK(strongest_copy(strip).share > 0.9);
    CHECK(strongest_copy(strip).excess() > 0.5);
  }
}

TEST_CASE("rows of pixels are drawn in from every border, as by looking at every pixel outside") {
  std::vector<Vec2> star;
  for (int i = 0; i < 14; ++i)
    star.push_back(Vec2{10, 10} +
                   (i % 2 == 0 ? 9.7 : 4.1) * Vec2{std::cos(0.4488 * i), std::sin(0.4488 * i)});
  const Region region = Region::make({{star, false}, {{{9, 9}, {11, 9.2}, {10, 11}}, true}}).value();
  const Pixels pixels(region, 0.2);
  const auto inside = [&](int x, int y) {
    return x >= 0 && y >= 0 && x < pixels.columns && y < pixels.rows && region.contains(pixels.middle(x, y));
  };
  for (const int inset : {0, 1, 3}) {
    InnerRuns rows(region, pixels, inset);
    for (int y = 0; y < pixels.rows; ++y) {
      std::vector<int> drawn(static_cast<std::size_t>(pixels.columns), 0);
      for (const PixelRun run : rows.next())
        for (int x = run.x0; x <= run.x1; ++x) ++drawn[static_cast<std::size_t>(x)];
      for (int x = 0; x < pixels.columns; ++x) {
        bool deep = true;
        for (int dy = -inset; dy <= inset; ++dy)
          for (int dx = -inset; dx <= inset; ++dx)
            if (dx * dx + dy * dy <= inset * inset) deep = deep && inside(x + dx, y + dy);
        CHECK(drawn[static_cast<std::size_t>(x)] == (deep ? 1 : 0));
      }
    }
  }
}

TEST_CASE("the rim counts where little else is left") {
  const auto wide = Region::rectangle({0, 0}, {20, 20}), thread = Region::rectangle({0, 0}, {20, 0.9});
  CHECK(fitting_inset(wide, Pixels(wide, 0.1), 3) == 3);
  CHECK(fitting_inset(thread, Pixels(thread, 0.1), 3) == 0);
}

TEST_CASE("a sharp corner of the zone is no hole in the work, a bare rim and a hole inside are") {
  // A spike that no dot fits into, as where two arcs of a zone meet.
  Field field = square(1);
  field.region =
      Region::make({{{{0, 0}, {20, 0}, {20, 20}, {10, 20}, {9, 32}, {8, 20}, {0, 20}}, false}}).value();
  for (int y = 0; y < 20; ++y)
    for (int x = 0; x < 20; ++x) put(field, {x + 0.5, y + 0.5});
  const HoleRule inside{0.0, 3};
  CHECK(largest_hole(field, {}).radius.value > 12.0);
  const double spike = largest_hole(field, inside).radius.value;
  CHECK(spike < largest_hole(field, {}).radius.value - 3.0);
  CHECK(spike > 3.0);  // bare skin it is, wherever there is room for dots
  std::erase_if(field.dots, [](const FieldDot& d) { return d.at.y < 4.0; });
  field.region = Region::rectangle({0, 0}, {20, 20});
  CHECK(largest_hole(field, inside).radius.value > 3.9);
}
