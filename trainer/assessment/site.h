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
#include "engine/skin/healing.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/lesson.h"
#include "trainer/lessons/sessions.h"

namespace trainer::assessment {

// One target of the lesson, unrolled.
struct SiteTarget {
  lessons::Target target;
  engine::scalp::Zone zone;
  engine::scalp::WorkPlane plane;
  engine::geometry::Region region;  // in the plane, mm
  engine::scoring::TargetDensity density;
  // integral of the density over the region, less the hair that is there
  double asked_dots = 0.0;
  std::vector<engine::geometry::Vec2> hairline;  // the agreed line in the plane; empty: none
  std::vector<engine::geometry::Vec2> hair = {},
                                      hair_beside = {};  // follicular units in the region, and near it
  std::vector<engine::scalp::CanvasPoint> roots = {};    // addresses of all of them
  engine::scoring::Scars scars = {};                     // of punctate scars, in the plane
  std::vector<std::vector<engine::scalp::CanvasPoint>> scar_rims = {};  // closed outlines of them
  // Its full density; 0 where dots are counted scar by scar.
  [[nodiscard]] double density_per_mm2() const { return scars.empty() ? target.density_cm2 / 100.0 : 0.0; }
  // Of a painted target: stretches of the lines of a quarter, a half and three quarters of the full density.
  std::vector<std::array<engine::scalp::CanvasPoint, 2>> contours = {};
};

// What is judged by itself: one target in one treatment session.
struct Part {
  std::size_t target = 0, session = 0;  // counted from 0
  double asked_dots = 0.0;              // in the skin when the session ends, less the hair that is there
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
  [[nodiscard]] int asked_dots() const;  // over all targets when the last session ends, rounded
  [[nodiscard]] int asked_dots(std::size_t session) const;
  [[nodiscard]] const std::vector<lessons::TreatmentSession>& sessions() const { return sessions_; }
  // Session by session, in each the targets in their order.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] std::size_t part_of(std::size_t target, std::size_t session) const {
    return session * targets_.size() + target;
  }
  // Indices of the steps that ask a question, and the step of a question (from 0).
  [[nodiscard]] const std::vector<std::size_t>& questions() const { return questions_; }
  [[nodiscard]] const lessons::Step& question(std::size_t q) const { return lesson_.steps[questions_[q]]; }
  // The index of the session that a visit of the client (from 1) belongs to; visits before the first needle
  // work go to it.
  [[nodiscard]] std::size_t session_of_visit(std::size_t visit) const;
  // The index of the session that a dot belongs to.
  [[nodiscard]] std::size_t session_of(const engine::skin::Dot& dot) const;
  // Of the client; latex does not heal, so a pad shows what average skin would.
  [[nodiscard]] const engine::skin::HealingModel& healing() const { return healing_; }
  // Places of the scars that a step of needling works, about 0.35 mm apart, mm; empty where no step does.
  [[nodiscard]] const std::vector<engine::scalp::Vec3>& scar_places() const { return scar_places_; }
  [[nodiscard]] double judged_at_days() const { return judged_at_days_; }
  // The zones that no needle may touch.
  [[nodiscard]] const std::vector<lessons::ForbiddenPlace>& forbidden() const { return forbidden_; }
  [[nodiscard]] bool forbidden_at(engine::scalp::CanvasPoint p) const;
  // Parts of water asked by a target: its own, else what lies on the tray at the start.
  [[nodiscard]] double dilution(const SiteTarget& target) const;
  // The index of the first target whose zone holds the point; nothing outside them all.
  [[nodiscard]] std::optional<std::size_t> target_at(engine::scalp::CanvasPoint p) const;
  // The band of depths that is asked at this place, for gauge, arc, ticks, feedback and score alike: of the
  // target there; outside them all of the first, in a lesson without any the usual one.
  [[nodiscard]] engine::skin::Band depth_band_at(engine::scalp::CanvasPoint p) const;

 private:
  Site(lessons::Lesson lesson, engine::scalp::Canvas canvas);
  engine::core::Result<void> resolve();

  lessons::Lesson lesson_;
  engine::scalp::Canvas canvas_;
  std::vector<SiteTarget> targets_;
  std::vector<lessons::ForbiddenPlace> forbidden_;
  std::vector<engine::scalp::CanvasPoint> hairline_;
  std::vector<lessons::TreatmentSession> sessions_;
  std::vector<Part> parts_;
  std::vector<std::size_t> questions_;
  std::vector<engine::scalp::Vec3> scar_places_;
  double judged_at_days_ = 0.0;
  engine::skin::HealingModel healing_;
};

}  // namespace trainer::assessment
