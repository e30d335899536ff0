#include "engine/scoring/angle.h"

#include <algorithm>

#include "engine/scoring/in_band.h"

namespace engine::scoring {

CriterionResult angle(const Field& field, const Ramps& ramps) {
  const bool known = std::all_of(field.dots.begin(), field.dots.end(), [](const FieldDot& d) { return d.angle_known; });
  if (!known) return {.id = CriterionId::Angle, .score = {}, .metrics = {}, .causes = {}};
  return judge_in_band(field, {CriterionId::Angle, field.angle_band, ramps.angle, "too_slanted", "too_steep", "angle_deg"},
                       [](const FieldDot& d) { return d.angle_deg; });
}

}  // namespace engine::scoring
