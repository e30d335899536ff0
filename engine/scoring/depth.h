// Criterion: depth (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

CriterionResult depth(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
