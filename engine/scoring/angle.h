// Criterion: angle (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/in_band.h"

namespace engine::scoring {

BandRule angle_rule(const Field& field, const Ramps& ramps);
// Adds a dot to the counts, or takes it away again; of the field only the band.
void count_angle(BandMeasure& counts, const FieldDot& dot, const Field& field, bool add);

// Share of dots whose needle stood to the skin as asked. Not judged unless every dot's tilt was measured.
// Causes: too_slanted, too_steep.
CriterionResult angle(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
