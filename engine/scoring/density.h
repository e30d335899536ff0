// Criterion: density (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

CriterionResult density(const Field& field, const LocalDensity& local, const Ramps& ramps);

}  // namespace engine::scoring
