#include "engine/scoring/size.h"

namespace engine::scoring {

BandRule size_rule(const Field& field, const Ramps& ramps) {
  return {CriterionId::Size, field.diameter_band, ramps.dot_size,
          CauseId::TooSmall, CauseId::TooLarge,   "diameter_mm"};
}

void count_size(BandMeasure& counts, const FieldDot& dot, const Field& field, bool add) {
  count_value(counts, dot.diameter.value, dot.depth_known, field.diameter_band, add);
}

CriterionResult size(const Field& field, const Ramps& ramps) {
  BandMeasure counts;
  for (const FieldDot& dot : field.dots) count_size(counts, dot, field, true);
  return judge_in_band(field, size_rule(field, ramps), counts,
                       [](const FieldDot& d) { return d.diameter.value; });
}

}  // namespace engine::scoring
