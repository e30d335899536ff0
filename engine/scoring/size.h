// Criterion: size (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/in_band.h"

namespace engine::scoring {

BandRule size_rule(const Field& field, const Ramps& ramps);
// Adds a dot to the counts, or takes it away again; of the field only the band.
void count_size(BandMeasure& counts, const FieldDot& dot, const Field& field, bool add);

// Share of dots whose healed diameter lies in the asked band. Not judged where the depth, which sets the
// diameter, is not known. Causes: too_small, too_large.
CriterionResult size(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
