// Criterion: hairline (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

// A drawn curve against the agreed line: mean distance 40 %, 95th percentile 30 %, asymmetry 20 % (where the
// midline is known; else its share goes to the others), direction 10 %. In a lesson that asks for no drawing
// the edge that the dots make is judged in the same parts (edge.h), from five columns on, and the scatter of
// its first dots for 15 parts more where a feather is asked. Causes: nothing_drawn, too_high, too_low,
// off_line, wrong_direction, asymmetric, too_straight.
CriterionResult hairline(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
