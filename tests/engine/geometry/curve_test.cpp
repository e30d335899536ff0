// Curves against values computed by other people's software (tests/data/hairline).
#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/geometry/catmull_rom.h"
#include "engine/geometry/curve_distance.h"
#include "engine/geometry/polyline.h"
#include "engine/geometry/segment_tree.h"

using namespace engine;
using namespace engine::geometry;

TEST_CASE("a spline passes through its points and stays within tolerance of itself refined") {
  const std::vector<Vec2> points = {{0, 0}, {10, 3}, {20, -2}, {25, 8}, {40, 8}};
  const auto line = catmull_rom(points, 0.02), fine = catmull_rom(points, 0.0005);
  for (const Vec2 p : points) CHECK(distance(line, p) < 1e-9);
  for (const Vec2 p : fine) CHECK(distance(line, p) < 0.03);
}

TEST_CASE("left of a line is positive, and a corner keeps its side") {
  const std::vector<Vec2> line = {{0, 0}, {10, 0}, {10, 10}};
  CHECK(signed_distance(line, {5, 2}) == doctest::Approx(2));
  CHECK(signed_distance(line, {5, -2}) == doctest::Approx(-2));
  CHECK(signed_distance(line, {11, -1}) == doctest::Approx(-std::sqrt(2.0)));
  CHECK(signed_distance(line, {9, 5}) == doctest::Approx(1));
}

TEST_CASE("a reversed curve is noticed and cleaning keeps the shape") {
  const std::vector<Vec2> p = {{0, 0}, {10, 1}, {20, 0}}, q = {{20, 0}, {10, 1}, {0, 0}};
  CHECK(reversed(q, p));
  CHECK_FALSE(reversed(p, p));
  std::vector<Vec2> dense;
  for (int i = 0; i <= 1000; ++i) dense.push_back({0.02 * i, 0.0});
  CHECK(cleaned(dense).size() == 2);
}

TEST_CASE("the tree finds the segment that looking at all of them finds, to the last bit") {
  for (const std::size_t count : {2U, 3U, 6U, 37U, 400U}) {
    std::vector<Vec2> curve;
    for (std::size_t i = 0; i < count; ++i) {
      const auto n = static_cast<std::uint64_t>(1000 * count + i);
      // crosses itself
      curve.push_back({20.0 * engine::core::draw_unit(5, "x", n), 9.0 * engine::core::draw_unit(5, "y", n)});
    }
    curve.push_back(curve.back());  // a segment of no length
    const SegmentTree tree(curve);
    for (std::uint64_t i = 0; i < 300; ++i) {
      const Vec2 p{40.0 * engine::core::draw_unit(6, "x", i) - 10.0,
                   30.0 * engine::core::draw_unit(6, "y", i) - 10.0};
      std::size_t first = 1;
      for (std::size_t k = 2; k < curve.size(); ++k)
        if (segment_distance(p, curve[k - 1], curve[k]) < segment_distance(p, curve[first - 1], curve[first]))
          first = k;
      CHECK(tree.nearest(p).distance == distance(curve, p));
      CHECK(tree.nearest(p).segment == first);
    }
  }
}
