// Points sorted into square cells, for neighbours in near-constant time. Flat arrays, one counting sort.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::geometry {

class Grid {
 public:
  // `points` are copied; `cell` > 0 mm. The number of cells is bounded by 4 x points + 16.
  Grid(std::span<const Vec2> points, double cell);

  [[nodiscard]] std::size_t size() const { return points_.size(); }
  // Calls visit(index, squared distance) for every point within r of p (r included), in cell order.
  template <class Visit>
  void within(Vec2 p, double r, Visit visit) const;
  [[nodiscard]] bool any_within(Vec2 p, double r) const;  // r included
  // Calls visit(i, j, squared distance) once for every pair within r of each other.
  template <class Visit>
  void pairs_within(double r, Visit visit) const;
  // Distance from p to the nearest point other than `except`; infinity when there is none.
  [[nodiscard]] double nearest(Vec2 p, std::size_t except = kNone) const;
  // nearest(point, itself) of every point, in the order given.
  [[nodiscard]] std::vector<double> nearest_of_all() const;

  static constexpr std::size_t kNone = ~std::size_t{0};

 private:
  [[nodiscard]] int column(double x) const;
  [[nodiscard]] int row(double y) const;

  Vec2 low_{0.0};
  double cell_ = 1.0, per_cell_ = 1.0;  // mm, and its inverse
  int columns_ = 1, rows_ = 1;
  std::vector<std::uint32_t> start_;  // of each cell in points_
  std::vector<Vec2> points_;          // by cell
  std::vector<std::uint32_t> index_;  // original index of each
};

// Distance of every point to its nearest other; infinity for a lone point. In the order given.
std::vector<double> nearest_distances(std::span<const Vec2> points);

// ---------------------------------------------------------------------------------------------

template <class Visit>
void Grid::within(Vec2 p, double r, Visit visit) const {
  const int x0 = column(p.x - r), x1 = column(p.x + r), y0 = row(p.y - r), y1 = row(p.y + r);
  for (int y = y0; y <= y1; ++y) {
    const std::size_t line = static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_);
    const std::uint32_t from = start_[line + static_cast<std::size_t>(x0)],
                        to = start_[line + static_cast<std::size_t>(x1) + 1];
    for (std::uint32_t k = from; k < to; ++k) {
      const Vec2 d = points_[k] - p;
      const double d2 = d.x * d.x + d.y * d.y;
      if (d2 <= r * r) visit(std::size_t{index_[k]}, d2);
    }
  }
}

template <class Visit>
void Grid::pairs_within(double r, Visit visit) const {
  const double r2 = r * r;
  const auto columns = static_cast<std::size_t>(columns_);
  for (std::uint32_t k = 0; k < points_.size(); ++k) {
    const Vec2 p = points_[k];
    const int x0 = column(p.x - r), x1 = column(p.x + r), y0 = row(p.y), y1 = row(p.y + r);
    for (int y = y0; y <= y1; ++y) {
      const std::size_t line = static_cast<std::size_t>(y) * columns;
      // Points are sorted by cell: those after k in its own row, all of the rows above.
      const std::uint32_t from = std::max(start_[line + static_cast<std::size_t>(x0)], k + 1),
                          to = start_[line + static_cast<std::size_t>(x1) + 1];
      for (std::uint32_t i = from; i < to; ++i) {
        const double dx = points_[i].x - p.x, dy = points_[i].y - p.y, d2 = dx * dx + dy * dy;
        if (d2 <= r2) visit(std::size_t{index_[k]}, std::size_t{index_[i]}, d2);
      }
    }
  }
}

}  // namespace engine::geometry
