#include "engine/scoring/gaps.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/scoring/holes.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastDots = 30;
constexpr double kJudgedShare = 0.5;  // of the plateau: a feathered edge is meant to be open
constexpr double kMostFill = 400.0;

}  // namespace

CriterionResult gaps(const Field& field, const LocalDensity& local, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Gaps, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.size() < field.needed(kLeastDots)) return result;
  const Hole hole = largest_hole(field, kJudgedShare);
  const double open = uncovered_fraction(field, kJudgedShare);
  const double by_area = ramp(open, ramps.gap_uncovered), by_hole = ramp(hole.radius / local.d_ref(), ramps.gap_radius);
  result.score = hundredths(std::min(by_area, by_hole));
  result.metrics = {{"largest_empty_radius_mm", hole.radius}, {"uncovered_fraction", open}};
  if (*result.score == 10000) return result;
  const double missing = open * field.region.area() * field.target.plateau_per_mm2 + hole.radius * hole.radius * core::kPi * field.target.plateau_per_mm2;
  Cause cause{.id = "gaps", .size = hole.radius, .at = hole.centre, .radius_mm = hole.radius, .dots = {}, .fix = {}};
  cause.fix = Fix{.remove = {}, .add = fill_holes(field, static_cast<std::size_t>(std::clamp(std::ceil(missing), 1.0, kMostFill))), .set_delta = {}};
  result.causes = {std::move(cause)};
  return result;
}

}  // namespace engine::scoring
