// One target of a lesson as a robot sees it, which is what a trainee sees: where, how dense, how deep.
// Laid out flat in millimetres.
#pragma once

#include <optional>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/geometry/region.h"
#include "engine/scalp/work_plane.h"
#include "engine/scoring/field.h"
#include "trainer/lessons/lesson.h"

namespace trainer::robots {

using engine::geometry::Vec2;

// A small square of ground.
struct Cell {
  Vec2 centre{0.0};
  double density = 0.0;  // asked, dots per mm^2
};

class Ground {
 public:
  // `canvas` must outlive it. Errors: no such target or zone, a zone or hairline that does not resolve.
  static engine::core::Result<Ground> make(const lessons::Lesson& lesson, const engine::scalp::Canvas& canvas,
                                           std::size_t target_index);

  [[nodiscard]] const engine::geometry::Region& region() const { return region_; }
  [[nodiscard]] double density_at(Vec2 p) const { return density_.at(p); }  // dots per mm^2
  [[nodiscard]] double plateau() const { return density_.plateau_per_mm2; }
  [[nodiscard]] double asked() const { return asked_; }  // dots, besides what stands there
  // Follicular units in the region, and what earlier treatment sessions left.
  [[nodiscard]] const std::vector<Vec2>& standing() const { return standing_; }
  [[nodiscard]] const engine::scoring::Scars& scars() const {
    return scars_;
  }  // empty but for punctate scars
  // A treatment session that shall leave this share of the final density in the skin, where `old` dots are
  // left.
  void begin_session(double share, const std::vector<engine::scalp::CanvasPoint>& old);
  [[nodiscard]] double depth_delta() const { return (depth_.low + depth_.high) / 2.0; }
  // Distance between dots of a square lattice of the density asked there.
  [[nodiscard]] engine::core::Mm spacing_at(Vec2 p) const;
  // Squares with sides of `side` whose centre lies in the region, at least `inset` from its border.
  [[nodiscard]] std::vector<Cell> cells(engine::core::Mm side, engine::core::Mm inset) const;

  // The address of a place; nothing outside the canvas.
  [[nodiscard]] std::optional<engine::scalp::CanvasPoint> address(Vec2 p) const { return plane_.address(p); }
  [[nodiscard]] std::optional<Vec2> flatten(engine::scalp::CanvasPoint p) const { return plane_.flatten(p); }

 private:
  explicit Ground(engine::scalp::WorkPlane plane) : plane_(plane) {}

  engine::scalp::WorkPlane plane_;
  engine::geometry::Region region_;
  engine::scoring::TargetDensity density_;
  std::vector<Vec2> hair_, standing_;
  engine::scoring::Scars scars_;
  engine::scoring::Band depth_ = engine::scoring::kDepthBand;
  double asked_ = 0.0, asked_in_all_ = 0.0, full_plateau_ = 0.0;
};

}  // namespace trainer::robots
