#include "engine/geometry/distance_transform.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/core/draw.h"

using namespace engine;
using namespace engine::geometry;

TEST_CASE("every pixel has the distance that a look at every mark gives") {
  for (core::Seed seed = 1; seed <= 6; ++seed) {
    const int columns = 20 + static_cast<int>(core::draw_below(seed, "columns", 0, 40)),
              rows = 15 + static_cast<int>(core::draw_below(seed, "rows", 0, 40));
    std::vector<std::uint8_t> marked(static_cast<std::size_t>(columns * rows), 0);
    for (std::uint64_t i = 0; i < seed * 5; ++i) marked[core::draw_below(seed, "mark", i, marked.size())] = 1;
    const auto squares = squared_distances(marked, columns, rows);
    for (int y = 0; y < rows; ++y)
      for (int x = 0; x < columns; ++x) {
        int best = kFarAway;
        for (int v = 0; v < rows; ++v)
          for (int u = 0; u < columns; ++u)
            if (marked[static_cast<std::size_t>(v * columns + u)] != 0)
              best = std::min(best, (x - u) * (x - u) + (y - v) * (y - v));
        CHECK(squares[static_cast<std::size_t>(y * columns + x)] == best);
      }
  }
}

TEST_CASE("without a mark everything is far away; one pixel is a raster too") {
  for (const auto d : squared_distances(std::vector<std::uint8_t>(12, 0), 4, 3)) CHECK(d == kFarAway);
  CHECK(squared_distances({1}, 1, 1)[0] == 0);
}
