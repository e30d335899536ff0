// A raster of square pixels over the box of a region, for measures of what lies empty.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/geometry/region.h"

namespace engine::scoring {

using geometry::Region;
using geometry::Vec2;

// Middles at low + pitch x (column + 0.5, row + 0.5).
struct Pixels {
  Vec2 low;
  double pitch;
  int columns, rows;

  Pixels(const Region& region, double p)
      : low(region.box().low),
        pitch(p),
        columns(count(region.box().high.x - low.x)),
        rows(count(region.box().high.y - low.y)) {}
  [[nodiscard]] Vec2 middle(int x, int y) const { return low + Vec2{(x + 0.5) * pitch, (y + 0.5) * pitch}; }
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
  }
  [[nodiscard]] std::size_t size() const {
    return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
  }
  // First column whose middle is at or right of x.
  [[nodiscard]] int first_from(double x) const {
    return static_cast<int>(
        std::clamp(std::ceil((x - low.x) / pitch - 0.5), 0.0, static_cast<double>(columns)));
  }
  // The pixel that holds a place of the box.
  [[nodiscard]] std::pair<int, int> holding(Vec2 place) const {
    const Vec2 p = (place - low) / pitch;
    return {static_cast<int>(std::clamp(std::floor(p.x), 0.0, columns - 1.0)),
            static_cast<int>(std::clamp(std::floor(p.y), 0.0, rows - 1.0))};
  }

 private:
  [[nodiscard]] int count(double length) const {
    return std::max(1, static_cast<int>(std::ceil(length / pitch - 1e-9)));
  }
};

// Calls visit(x, y) for the pixels whose middle lies in the region, row by row.
template <class Visit>
void for_pixels(const Region& region, const Pixels& pixels, Visit visit) {
  std::vector<std::pair<double, double>> spans;
  for (int y = 0; y < pixels.rows; ++y) {
    region.row_spans(pixels.middle(0, y).y, spans);
    for (const auto& [from, to] : spans)
      for (int x = pixels.first_from(from), end = pixels.first_from(to); x < end; ++x) visit(x, y);
  }
}

// From the first to the last pixel, both included.
struct PixelRun {
  int x0 = 0, x1 = -1;
};
// The pixels of a row whose middle lies in the region, and from every pixel outside it more than `inset`
// pixels away. From the top row to the bottom; rows of one raster only.
class InnerRuns {
 public:
  InnerRuns(const Region& region, const Pixels& pixels, int inset);
  [[nodiscard]] const std::vector<PixelRun>& next();  // of the next row

 private:
  void read(int row);

  const Region* region_;
  Pixels pixels_;
  int inset_, row_ = 0;
  std::vector<std::vector<PixelRun>> rows_;  // the last 2 inset + 1, in turn
  std::vector<PixelRun> runs_, narrowed_;
  std::vector<std::pair<double, double>> spans_;
};

// `inset`, or 0 where it would leave less than half of the region's pixels.
int fitting_inset(const Region& region, const Pixels& pixels, int inset);

// Calls visit(y, x0, x1) for the runs of pixels (both ends included) whose middle lies within r of the dot.
template <class Visit>
void for_disc(const Pixels& pixels, Vec2 dot, double r, Visit visit) {
  const int from = std::max(0, static_cast<int>(std::ceil((dot.y - r - pixels.low.y) / pixels.pitch - 0.5)));
  const int to = std::min(pixels.rows - 1,
                          static_cast<int>(std::floor((dot.y + r - pixels.low.y) / pixels.pitch - 0.5)));
  for (int y = from; y <= to; ++y) {
    const double dy = pixels.middle(0, y).y - dot.y, half = std::sqrt(std::max(0.0, r * r - dy * dy));
    const int x0 = pixels.first_from(dot.x - half);
    const int x1 = std::min(pixels.columns - 1,
                            static_cast<int>(std::floor((dot.x + half - pixels.low.x) / pixels.pitch - 0.5)));
    if (x0 <= x1) visit(y, x0, x1);
  }
}

}  // namespace engine::scoring
