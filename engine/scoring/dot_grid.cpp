#include "engine/scoring/dot_grid.h"

#include <algorithm>
#include <cmath>

namespace engine::scoring {

namespace {

constexpr double kMostCells = 4e6;

}  // namespace

DotGrid::DotGrid(const geometry::Box& box, double cell) : low_(box.low), cell_(cell) {
  const Vec2 size = box.high - box.low;
  cell_ = std::max(cell_, std::sqrt(size.x * size.y / kMostCells));
  columns_ = static_cast<int>(size.x / cell_) + 1;
  rows_ = static_cast<int>(size.y / cell_) + 1;
  cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
}

void DotGrid::remove(std::uint32_t slot, Vec2 at) {
  auto& cell = cells_[cell_of(at)];
  const auto found =
      std::find_if(cell.begin(), cell.end(), [slot](const Entry& e) { return e.slot == slot; });
  if (found != cell.end()) cell.erase(found);
}

// Rings of cells outwards, until no farther cell can hold a nearer dot.
double DotGrid::nearest(Vec2 p, std::uint32_t except) const {
  const int cx = column(p.x), cy = row(p.y);
  double best = std::numeric_limits<double>::infinity();
  const auto look = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= columns_ || y >= rows_) return;
    for (const Entry& e : cells_[index(x, y)]) {
      if (e.slot == except) continue;
      const double dx = e.at.x - p.x, dy = e.at.y - p.y;
      best = std::min(best, dx * dx + dy * dy);
    }
  };
  const int most = std::max({cx, cy, columns_ - 1 - cx, rows_ - 1 - cy});
  // A place outside the box lies farther from its ring than one inside does.
  const double outside = std::max(
      {0.0, low_.x - p.x, low_.y - p.y, p.x - (low_.x + columns_ * cell_), p.y - (low_.y + rows_ * cell_)});
  for (int ring = 0; ring <= most; ++ring) {
    const double clear = (ring - 1) * cell_ - outside;
    if (ring > 0 && clear > 0.0 && best <= clear * clear) break;
    for (int x = cx - ring; x <= cx + ring; ++x) {
      look(x, cy - ring);
      if (ring > 0) look(x, cy + ring);
    }
    for (int y = cy - ring + 1; y < cy + ring; ++y) {
      look(cx - ring, y);
      look(cx + ring, y);
    }
  }
  return std::sqrt(best);
}

}  // namespace engine::scoring
