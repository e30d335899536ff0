#include "engine/scoring/angle.h"

namespace engine::scoring {

BandRule angle_rule(const Field& field, const Ramps& ramps) {
  return {CriterionId::Angle,  field.angle_band,  ramps.angle,
          CauseId::TooSlanted, CauseId::TooSteep, "angle_deg"};
}

void count_angle(BandMeasure& counts, const FieldDot& dot, const Field& field, bool add) {
  count_value(counts, dot.angle.value, dot.angle_known, field.angle_band, add);
}

CriterionResult angle(const Field& field, const Ramps& ramps) {
  BandMeasure counts;
  for (const FieldDot& dot : field.dots) count_angle(counts, dot, field, true);
  return judge_in_band(field, angle_rule(field, ramps), counts,
                       [](const FieldDot& d) { return d.angle.value; });
}

}  // namespace engine::scoring
