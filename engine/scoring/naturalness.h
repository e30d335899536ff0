// Criterion: naturalness (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

CriterionResult naturalness(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
