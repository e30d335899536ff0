// Criterion: hairline (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

CriterionResult hairline(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
