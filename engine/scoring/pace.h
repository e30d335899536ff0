// Criterion: pace (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// Steadiness: the change of the mean spacing (relative to what the target implies at each place) and of the mean
// depth from the first third of the dots to the last, the worse of the two. Speed is not judged. Needs 30 dots.
// Causes: spacing_changed, depth_changed, with the dots of the last third.
CriterionResult pace(const Field& field, const LocalDensity& local, const Ramps& ramps);

}  // namespace engine::scoring
