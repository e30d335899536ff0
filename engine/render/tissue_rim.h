// Where a scar ends, for its picture: its outline with round corners and ends that taper, and the unevenness
// that wanders along it. What is scored stays the zone itself (scalp/tissue.h): the picture keeps within 1.3
// mm of it, a burn within a little more. Pure, no GL.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/geometry/region.h"

namespace engine::render {

constexpr double kTissueMargin = 4.0;  // mm of healthy skin round all of it
constexpr double kTissueReach = 2.3;   // mm beyond its zone a scar's looks may go

// Value noise, 0..1, with cells of so many millimetres; each layer is another.
double tissue_noise(geometry::Vec2 p, double cell_mm, std::uint64_t layer);

// Distance to an outline, sampled and smoothed, so that corners become round: no scar has any. Of a strip
// the ends run out to a point.
class RoundedRim {
 public:
  explicit RoundedRim(const geometry::Region& region);
  // mm, negative outside; not below -kTissueMargin.
  [[nodiscard]] double at(geometry::Vec2 p) const;
  // Unit, the way deeper into the scar.
  [[nodiscard]] geometry::Vec2 inwards(geometry::Vec2 p) const;

 private:
  void taper();
  [[nodiscard]] double value(const std::vector<double>& mm, int x, int y) const;
  [[nodiscard]] std::vector<double> smoothed(const std::vector<double>& mm, int reach) const;

  geometry::Vec2 low_;
  double step_ = 0.0;
  int width_ = 0, height_ = 0;
  std::vector<double> mm_;
};

}  // namespace engine::render
