#include "engine/geometry/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine::geometry {

Grid::Grid(std::span<const Vec2> points, double cell) : cell_(cell) {
  Vec2 high{0.0};
  if (!points.empty()) low_ = high = points.front();
  for (const Vec2 p : points) {
    low_ = glm::min(low_, p);
    high = glm::max(high, p);
  }
  // A few far outliers must not ask for millions of empty cells.
  const double most = 4.0 * static_cast<double>(points.size()) + 16.0;
  while (((high.x - low_.x) / cell_ + 1.0) * ((high.y - low_.y) / cell_ + 1.0) > most) cell_ *= 1.5;
  per_cell_ = 1.0 / cell_;
  columns_ = static_cast<int>((high.x - low_.x) * per_cell_) + 1;
  rows_ = static_cast<int>((high.y - low_.y) * per_cell_) + 1;
  start_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  std::vector<std::uint32_t> cell_of(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    cell_of[i] = static_cast<std::uint32_t>(row(points[i].y) * columns_ + column(points[i].x));
    ++start_[cell_of[i] + 1];
  }
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  points_.resize(points.size());
  index_.resize(points.size());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::uint32_t place = next[cell_of[i]]++;
    points_[place] = points[i];
    index_[place] = static_cast<std::uint32_t>(i);
  }
}

int Grid::column(double x) const {
  return static_cast<int>(std::clamp((x - low_.x) * per_cell_, 0.0, columns_ - 1.0));
}
int Grid::row(double y) const {
  return static_cast<int>(std::clamp((y - low_.y) * per_cell_, 0.0, rows_ - 1.0));
}

bool Grid::any_within(Vec2 p, double r) const {
  const int x0 = column(p.x - r), x1 = column(p.x + r), y1 = row(p.y + r);
  for (int y = row(p.y - r); y <= y1; ++y) {
    const std::size_t line = static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_);
    for (std::uint32_t k = start_[line + static_cast<std::size_t>(x0)];
         k < start_[line + static_cast<std::size_t>(x1) + 1]; ++k) {
      const Vec2 d = points_[k] - p;
      if (d.x * d.x + d.y * d.y <= r * r) return true;
    }
  }
  return false;
}

double Grid::nearest(Vec2 p, std::size_t except) const {
  double best = std::numeric_limits<double>::infinity();
  const double widest = cell_ * (columns_ + rows_ + 1.0) + std::fabs(p.x - low_.x) + std::fabs(p.y - low_.y);
  for (double r = cell_;; r *= 2.0) {
    within(p, r, [&](std::size_t i, double d2) {
      if (i != except) best = std::min(best, d2);
    });
    if (best <= r * r || r > widest) return std::sqrt(best);
  }
}

// Cell by cell, so that the neighbours are in the cache. First the 3 x 3 cells around, which are three runs
// of points: settled when the best is nearer than their rim. What is left takes the general search.
std::vector<double> Grid::nearest_of_all() const {
  std::vector<double> distances(points_.size());
  // A hair less than a cell: the column of a point on a cell's border is subject to rounding.
  const double rim = cell_ * (1.0 - 1e-9), settled = rim * rim;
  const auto columns = static_cast<std::size_t>(columns_);
  for (int y = 0; y < rows_; ++y) {
    const std::size_t first_row = static_cast<std::size_t>(std::max(0, y - 1)),
                      last_row = static_cast<std::size_t>(std::min(rows_ - 1, y + 1));
    for (int x = 0; x < columns_; ++x) {
      const std::size_t cell = static_cast<std::size_t>(y) * columns + static_cast<std::size_t>(x);
      const std::uint32_t from = start_[cell], to = start_[cell + 1];
      if (from == to) continue;
      const std::size_t x0 = static_cast<std::size_t>(std::max(0, x - 1)),
                        x1 = static_cast<std::size_t>(std::min(columns_ - 1, x + 1));
      for (std::uint32_t k = from; k < to; ++k) {
        const Vec2 p = points_[k];
        double best = std::numeric_limits<double>::infinity();
        const auto look = [&](std::uint32_t a, std::uint32_t b) {
          for (std::uint32_t i = a; i < b; ++i) {
            const double dx = points_[i].x - p.x, dy = points_[i].y - p.y, d2 = dx * dx + dy * dy;
            best = d2 < best ? d2 : best;
          }
        };
        for (std::size_t row = first_row; row <= last_row; ++row) {
          const std::uint32_t a = start_[row * columns + x0], b = start_[row * columns + x1 + 1];
          if (k < a || k >= b) {
            look(a, b);
            continue;
          }
          look(a, k);
          look(k + 1, b);
        }
        distances[index_[k]] = best <= settled ? std::sqrt(best) : nearest(p, index_[k]);
      }
    }
  }
  return distances;
}

std::vector<double> nearest_distances(std::span<const Vec2> points) {
  if (points.empty()) return {};
  Vec2 low = points.front(), high = points.front();
  for (const Vec2 p : points) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  constexpr double kPerCell = 2.0;  // points: fewer cost empty cells, more cost comparisons (measured)
  const double area = std::max((high.x - low.x) * (high.y - low.y), 1e-12);
  const Grid grid(points, std::max(std::sqrt(kPerCell * area / static_cast<double>(points.size())), 1e-6));
  return grid.nearest_of_all();
}

}  // namespace engine::geometry
