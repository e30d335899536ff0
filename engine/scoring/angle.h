// Criterion: angle (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

// Share of dots whose needle stood to the skin as asked. Not judged unless every dot's tilt was measured.
// Causes: too_slanted, too_steep.
CriterionResult angle(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
