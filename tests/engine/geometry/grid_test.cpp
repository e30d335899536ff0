#include "engine/geometry/grid.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/draw.h"

using namespace engine;
using namespace engine::geometry;

TEST_CASE("nearest distances and neighbours within r are those of a full search") {
  for (core::Seed seed = 1; seed <= 5; ++seed) {
    std::vector<Vec2> points;
    for (std::uint64_t i = 0; i < 300; ++i)
      points.push_back({10 * core::draw_unit(seed, "x", i), 10 * core::draw_unit(seed, "y", i)});
    points.push_back({500, -300});  // an outlier
    points.push_back(points[7]);    // and a duplicate
    const auto nearest = nearest_distances(points);
    const Grid grid(points, 0.7);
    for (std::size_t i = 0; i < points.size(); ++i) {
      double best = std::numeric_limits<double>::infinity();
      std::size_t within = 0, found = 0;
      for (std::size_t j = 0; j < points.size(); ++j) {
        const double d = glm::length(points[i] - points[j]);
        if (j != i) best = std::min(best, d);
        within += d <= 1.3 ? 1U : 0U;
      }
      grid.within(points[i], 1.3, [&](std::size_t, double) { ++found; });
      CHECK(nearest[i] == doctest::Approx(best).epsilon(1e-12));
      CHECK(found == within);
    }
  }
}

TEST_CASE("a lone point has no nearest, none has none") {
  CHECK(std::isinf(nearest_distances(std::vector<Vec2>{{1, 1}})[0]));
  CHECK(nearest_distances({}).empty());
}

TEST_CASE("pairs and places within a distance are those of a full search, each pair once") {
  std::vector<Vec2> points;
  for (std::uint64_t i = 0; i < 400; ++i)
    points.push_back({9 * core::draw_unit(8, "x", i), 5 * core::draw_unit(8, "y", i)});
  const Grid grid(points, 0.4);
  std::size_t pairs = 0, expected = 0;
  grid.pairs_within(0.9, [&](std::size_t i, std::size_t j, double d2) {
    CHECK(i != j);
    CHECK(d2 == doctest::Approx(glm::dot(points[i] - points[j], points[i] - points[j])));
    ++pairs;
  });
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) expected += glm::length(points[i] - points[j]) <= 0.9 ? 1U : 0U;
  CHECK(pairs == expected);
  for (std::uint64_t i = 0; i < 200; ++i) {
    const Vec2 p{11 * core::draw_unit(9, "x", i) - 1, 7 * core::draw_unit(9, "y", i) - 1};
    const bool any =
        std::any_of(points.begin(), points.end(), [&](Vec2 q) { return glm::length(p - q) <= 0.3; });
    CHECK(grid.any_within(p, 0.3) == any);
  }
}
