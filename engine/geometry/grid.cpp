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
  columns_ = static_cast<int>((high.x - low_.x) / cell_) + 1;
  rows_ = static_cast<int>((high.y - low_.y) / cell_) + 1;
  start_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  const auto cell_of = [&](Vec2 p) { return static_cast<std::size_t>(row(p.y)) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column(p.x)); };
  for (const Vec2 p : points) ++start_[cell_of(p) + 1];
  for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
  points_.resize(points.size());
  index_.resize(points.size());
  std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::uint32_t place = next[cell_of(points[i])]++;
    points_[place] = points[i];
    index_[place] = static_cast<std::uint32_t>(i);
  }
}

int Grid::column(double x) const { return static_cast<int>(std::clamp((x - low_.x) / cell_, 0.0, columns_ - 1.0)); }
int Grid::row(double y) const { return static_cast<int>(std::clamp((y - low_.y) / cell_, 0.0, rows_ - 1.0)); }

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

std::vector<double> nearest_distances(std::span<const Vec2> points) {
  if (points.empty()) return {};
  Vec2 low = points.front(), high = points.front();
  for (const Vec2 p : points) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  const double area = std::max((high.x - low.x) * (high.y - low.y), 1e-12);
  const Grid grid(points, std::max(std::sqrt(area / static_cast<double>(points.size())), 1e-6));
  std::vector<double> distances(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) distances[i] = grid.nearest(points[i], i);
  return distances;
}

}  // namespace engine::geometry
