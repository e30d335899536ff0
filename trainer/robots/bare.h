// Where work is missing on a head, and how its chart lies on the skin.
#pragma once

#include <span>
#include <vector>

#include "engine/geometry/region.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"
#include "engine/scalp/hair.h"

namespace trainer::robots {

using engine::geometry::Vec2;
using engine::geometry::Vec3;

// Behind a wavy line through the mid-frontal point and both temple corners, on the scalp, between the hair
// that is left, outside what was worked.
class Bare {
 public:
  // `canvas`: a head that outlives this. `taken`: outlines.
  Bare(const engine::scalp::Client& client, const engine::scalp::Canvas& canvas,
       std::span<const std::vector<engine::scalp::CanvasPoint>> taken);

  struct Spot {
    Vec3 position{0.0};
    double share = 0.0;   // of the full density that is missing there
    double filled = 0.0;  // of it that stands there in the end, with the hair that is left
  };
  [[nodiscard]] Spot at(Vec2 uv) const;  // of the chart, mm

 private:
  const engine::scalp::Canvas& canvas_;
  engine::scalp::HairMap hair_;
  // The line in the chart: v = middle_v - fall u^2 as far as the temple corners; from there on straight to
  // the side, so that no wedge stays bare between it and the hair of the temples.
  [[nodiscard]] double line_at(double u) const;

  double middle_v_ = 0.0, fall_ = 0.0, corner_u_ = 1.0;
  std::vector<engine::geometry::Region> taken_;
};

// Skin per square of the chart, 0.1..1: it widens away from the vertex. Along a meridian the chart is true,
// so it is what lies across. Tabled, because every place thrown asks for it.
class Widening {
 public:
  explicit Widening(const engine::scalp::Canvas& canvas);  // some 20'000 places: 50 ms
  [[nodiscard]] double at(Vec2 uv) const;

 private:
  std::vector<double> shares_;
};

}  // namespace trainer::robots
