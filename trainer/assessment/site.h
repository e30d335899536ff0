// The lesson made real: its canvas built and its shapes resolved, once. Immutable, shared by runner,
// scorer, picture and robots (WorkPlanes point into the canvas, so a Site never moves).
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "engine/core/result.h"
#include "engine/geometry/region.h"
#include "engine/scalp/work_plane.h"
#include "engine/scoring/field.h"
#include "trainer/lessons/lesson.h"
#include "trainer/lessons/target_site.h"

namespace trainer::assessment {

// One target of the lesson, unrolled.
struct SiteTarget {
  lessons::Target target;
  engine::scalp::Zone zone;
  engine::scalp::WorkPlane plane;
  engine::geometry::Region region;          // in the plane, mm
  engine::scoring::TargetDensity density;
  double asked_dots = 0.0;                  // integral of the density over the region, less the hair that is there
  std::vector<engine::geometry::Vec2> hairline;  // the agreed line in the plane; empty: none
  std::vector<engine::geometry::Vec2> hair = {}, hair_beside = {};  // follicular units in the region, and near it
  std::vector<engine::scalp::CanvasPoint> roots = {};  // addresses of all of them
  // Of a painted target: stretches of the lines of a quarter, a half and three quarters of the full density.
  std::vector<std::array<engine::scalp::CanvasPoint, 2>> contours = {};
};

class Site {
 public:
  // Errors: the client or a zone cannot be made; the zone is named.
  static engine::core::Result<std::shared_ptr<const Site>> make(lessons::Lesson lesson);

  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  [[nodiscard]] const lessons::Lesson& lesson() const { return lesson_; }
  [[nodiscard]] const engine::scalp::Canvas& canvas() const { return canvas_; }
  [[nodiscard]] const std::vector<SiteTarget>& targets() const { return targets_; }
  [[nodiscard]] const std::vector<engine::scalp::CanvasPoint>& hairline() const { return hairline_; }
  [[nodiscard]] int asked_dots() const;  // over all targets, rounded
  // The zones that no needle may touch.
  [[nodiscard]] const std::vector<lessons::ForbiddenSite>& forbidden() const { return forbidden_; }
  [[nodiscard]] bool forbidden_at(engine::scalp::CanvasPoint p) const;
  // Parts of water asked by a target: its own, else what lies on the tray at the start.
  [[nodiscard]] double dilution(const SiteTarget& target) const;
  // The index of the first target whose zone holds the point; nothing outside them all.
  [[nodiscard]] std::optional<std::size_t> target_at(engine::scalp::CanvasPoint p) const;

 private:
  Site(lessons::Lesson lesson, engine::scalp::Canvas canvas);
  engine::core::Result<void> resolve();

  lessons::Lesson lesson_;
  engine::scalp::Canvas canvas_;
  std::vector<SiteTarget> targets_;
  std::vector<lessons::ForbiddenSite> forbidden_;
  std::vector<engine::scalp::CanvasPoint> hairline_;
};

}  // namespace trainer::assessment
