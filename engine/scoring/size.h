// Criterion: size (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

// Share of dots whose healed diameter lies in the asked band. Not judged where the depth, which sets the
// diameter, is not known. Causes: too_small, too_large.
CriterionResult size(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
