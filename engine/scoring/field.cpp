#include "engine/scoring/field.h"

#include "engine/geometry/polyline.h"

namespace engine::scoring {

double TargetDensity::at(Vec2 p) const {
  if (constant()) return plateau_per_mm2;
  const double behind = geometry::signed_distance(line, p);
  if (behind < 0.0) return 0.0;
  for (const GradientStep& step : steps)
    if (behind <= step.to_mm) return plateau_per_mm2 * step.share;
  return plateau_per_mm2;
}

}  // namespace engine::scoring
