// Criterion: depth (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

// Adds a dot to the sums, or takes it away again; the drift is not touched.
void count_depth(DepthMeasure& sums, const FieldDot& dot, Band band, bool add);
DepthMeasure measure_depth(const Field& field);

// Without causes. Not judged when any dot's depth is unknown.
CriterionResult score_depth(const DepthMeasure& measure, Band band, const Ramps& ramps);
// Causes: too_deep, too_shallow, depth_spread, depth_drift.
CriterionResult depth(const Field& field, const DepthMeasure& measure, const Ramps& ramps);

}  // namespace engine::scoring
