#include "engine/geometry/distance_transform.h"

#include <algorithm>

namespace engine::geometry {

namespace {

constexpr std::int32_t kNone = 1 << 15;  // pixels; farther than any raster is high

// Distance to the nearest marked pixel above or below, at most kNone.
std::vector<std::int32_t> along_columns(const std::vector<std::uint8_t>& marked, int columns, int rows) {
  std::vector<std::int32_t> g(marked.size());
  const auto at = [&](int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
  };
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x)
      g[at(x, y)] = marked[at(x, y)] != 0 ? 0 : y > 0 ? std::min(kNone, g[at(x, y - 1)] + 1) : kNone;
  for (int y = rows - 2; y >= 0; --y)
    for (int x = 0; x < columns; ++x) g[at(x, y)] = std::min(g[at(x, y)], g[at(x, y + 1)] + 1);
  return g;
}

}  // namespace

std::vector<std::int32_t> squared_distances(const std::vector<std::uint8_t>& marked, int columns, int rows) {
  std::vector<std::int32_t> out = along_columns(marked, columns, rows);
  std::vector<std::int32_t> row(static_cast<std::size_t>(columns));
  std::vector<int> site(static_cast<std::size_t>(columns)), start(static_cast<std::size_t>(columns));
  for (int y = 0; y < rows; ++y) {
    std::int32_t* const line = out.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(columns);
    std::copy(line, line + columns, row.begin());
    const auto above = [&](int s) { return std::int64_t{row[static_cast<std::size_t>(s)]}; };
    const auto square = [&](int x, int s) { return std::int64_t{x - s} * (x - s) + above(s) * above(s); };
    // First x at which site `b` is nearer than site `a` < b.
    const auto takes_over = [&](int a, int b) {
      const std::int64_t top = std::int64_t{b} * b - std::int64_t{a} * a + above(b) * above(b) -
                               above(a) * above(a),
                         bottom = 2 * (b - a);
      return top < 0 ? -1 : static_cast<int>(std::min<std::int64_t>(top / bottom, columns));
    };
    std::size_t last = 0;  // of the lower envelope: site[k] is nearest from start[k] on
    site[0] = start[0] = 0;
    for (int x = 1; x < columns; ++x) {
      bool empty = false;
      while (square(start[last], site[last]) > square(start[last], x)) {
        if (last == 0) {
          site[0] = x;
          empty = true;
          break;
        }
        --last;
      }
      if (empty) continue;
      const int from = 1 + takes_over(site[last], x);
      if (from >= columns) continue;
      ++last;
      site[last] = x;
      start[last] = from;
    }
    for (int x = columns - 1; x >= 0; --x) {
      const std::int64_t d = square(x, site[last]);
      line[x] = above(site[last]) >= kNone ? kFarAway
                                           : static_cast<std::int32_t>(std::min<std::int64_t>(d, kFarAway));
      if (x == start[last] && last > 0) --last;
    }
  }
  return out;
}

}  // namespace engine::geometry
