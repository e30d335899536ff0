#include "engine/scoring/gaps.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {}  // namespace

GapMeasure measure_gaps(const Field& field) {
  return {open_pixels(field, kThin), largest_hole(field, kHole)};
}

std::size_t gaps_need(const Field& field) {
  return field.needed(least_dots(CriterionId::Gaps));
}

CriterionResult score_gaps(const Field& field, std::size_t dots, const GapMeasure& m, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Gaps, .score = {}, .metrics = {}, .causes = {}};
  if (dots < gaps_need(field)) return result;
  const double thin = m.pixels.fraction();
  result.score = hundredths(std::min(
      ramp(thin, ramps.gap_thin), ramp(m.hole.radius / reference_distance(field.target), ramps.gap_radius)));
  result.metrics = {{"largest_empty_radius_mm", m.hole.radius.value}, {"thin_fraction", thin}};
  return result;
}

CriterionResult gaps(const Field& field, const GapMeasure& m, const Ramps& ramps) {
  CriterionResult result = score_gaps(field, field.placed(), m, ramps);
  if (!result.score || *result.score == 10000) return result;
  const double thin = std::max(0.0, m.pixels.fraction() - ramps.gap_thin.good),
               plateau = field.target.plateau_per_mm2;
  const double missing =
      thin * field.region.area() * plateau + m.hole.radius.value * m.hole.radius.value * core::kPi * plateau;
  Cause cause{.id = CauseId::Gaps,
              .size = m.hole.radius.value,
              .at = m.hole.centre,
              .radius = m.hole.radius,
              .dots = {},
              .fix = {}};
  auto add = fill_holes(
      field, static_cast<std::size_t>(std::clamp(std::ceil(missing), 1.0, double{kMostNamed})), kThin.reach);
  if (!add.empty()) cause.fix = Fix{.remove = {}, .add = std::move(add), .set_delta = {}};
  result.causes = {std::move(cause)};
  return result;
}

}  // namespace engine::scoring
