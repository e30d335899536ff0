// Points sorted into square cells, to find those nearby.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/region.h"

namespace trainer::robots {

class Bins {
 public:
  // Cells of `pitch` over the box; points outside it fall into the border cells.
  Bins(const engine::geometry::Box& box, engine::core::Mm pitch);

  std::size_t add(engine::geometry::Vec2 p);  // its number, from 0
  void move(std::size_t number, engine::geometry::Vec2 to);
  [[nodiscard]] const std::vector<engine::geometry::Vec2>& points() const { return points_; }

  // Calls use(number) for every point within `rings` cells of p, in a fixed order.
  template <class Use>
  void near(engine::geometry::Vec2 p, int rings, Use use) const;
  // Distance to the nearest point within `rings` cells, leaving one number out.
  [[nodiscard]] std::optional<engine::core::Mm> nearest(engine::geometry::Vec2 p, int rings,
                                                        std::optional<std::size_t> but = std::nullopt) const;

 private:
  [[nodiscard]] int column(double x) const;
  [[nodiscard]] int row(double y) const;
  [[nodiscard]] std::vector<std::size_t>& cell(engine::geometry::Vec2 p);

  engine::geometry::Vec2 low_;
  double pitch_;
  int columns_, rows_;
  std::vector<std::vector<std::size_t>> cells_;
  std::vector<engine::geometry::Vec2> points_;
};

// ---------------------------------------------------------------------------------------------

template <class Use>
void Bins::near(engine::geometry::Vec2 p, int rings, Use use) const {
  for (int r = row(p.y) - rings; r <= row(p.y) + rings; ++r)
    for (int c = column(p.x) - rings; c <= column(p.x) + rings; ++c)
      if (r >= 0 && c >= 0 && r < rows_ && c < columns_)
        for (const std::size_t number : cells_[static_cast<std::size_t>(r * columns_ + c)]) use(number);
}

}  // namespace trainer::robots
