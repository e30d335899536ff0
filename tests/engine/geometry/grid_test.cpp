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
    for (std::uint64_t i = 0; i < 300; ++i) points.push_back({10 * core::draw_unit(seed, "x", i), 10 * core::draw_unit(seed, "y", i)});
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
