// Criterion: pace (docs/scoring.md 1). Pure.
#pragma once

#include "engine/core/units.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// A dot's spacing relative to what the target implies at its place.
double pace_spacing(core::Mm nearest, double target);
PaceMeasure measure_pace(const Field& field, const LocalDensity& local);

// Steadiness: the change of the mean spacing (relative to what the target implies at each place) and of the
// mean depth from the first third of the dots to the last, the worse of the two. Speed is not judged. Needs
// 30 dots.
CriterionResult score_pace(const PaceMeasure& measure, const Ramps& ramps);  // without causes
// Causes: spacing_changed, depth_changed, with the dots of the last third.
CriterionResult pace(const Field& field, const PaceMeasure& measure, const Ramps& ramps);

}  // namespace engine::scoring
