// Dots in square cells, for neighbours while dots come and go.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/geometry/region.h"

namespace engine::scoring {

using geometry::Vec2;

class DotGrid {
 public:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  DotGrid(const geometry::Box& box, double cell);

  void add(std::uint32_t slot, Vec2 at) { cells_[cell_of(at)].push_back({at, slot}); }
  void remove(std::uint32_t slot, Vec2 at);

  // Calls visit(slot, place, squared distance) for every dot within r of p (r included), in no fixed order.
  template <class Visit>
  void within(Vec2 p, double r, Visit visit) const {
    const int x0 = column(p.x - r), x1 = column(p.x + r), y0 = row(p.y - r), y1 = row(p.y + r);
    for (int y = y0; y <= y1; ++y)
      for (int x = x0; x <= x1; ++x)
        for (const Entry& e : cells_[index(x, y)]) {
          const double dx = e.at.x - p.x, dy = e.at.y - p.y, d2 = dx * dx + dy * dy;
          if (d2 <= r * r) visit(e.slot, e.at, d2);
        }
  }
  // Distance to the nearest dot other than `except`; infinity when there is none.
  [[nodiscard]] double nearest(Vec2 p, std::uint32_t except = kNone) const;

 private:
  struct Entry {
    Vec2 at;
    std::uint32_t slot;
  };
  [[nodiscard]] int column(double x) const { return place(x - low_.x, columns_); }
  [[nodiscard]] int row(double y) const { return place(y - low_.y, rows_); }
  [[nodiscard]] int place(double distance, int count) const {
    const double k = distance / cell_;
    return k <= 0.0 ? 0 : k >= count - 1 ? count - 1 : static_cast<int>(k);
  }
  [[nodiscard]] std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }
  [[nodiscard]] std::size_t cell_of(Vec2 p) const { return index(column(p.x), row(p.y)); }

  Vec2 low_;
  double cell_;
  int columns_, rows_;
  std::vector<std::vector<Entry>> cells_;
};

}  // namespace engine::scoring
