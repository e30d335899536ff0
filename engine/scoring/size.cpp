#include "engine/scoring/size.h"

#include <algorithm>

#include "engine/scoring/in_band.h"

namespace engine::scoring {

CriterionResult size(const Field& field, const Ramps& ramps) {
  const bool known = std::all_of(field.dots.begin(), field.dots.end(), [](const FieldDot& d) { return d.depth_known; });
  if (!known) return {.id = CriterionId::Size, .score = {}, .metrics = {}, .causes = {}};
  return judge_in_band(field, {CriterionId::Size, field.diameter_band, ramps.dot_size, "too_small", "too_large", "diameter_mm"},
                       [](const FieldDot& d) { return d.diameter_mm; });
}

}  // namespace engine::scoring
