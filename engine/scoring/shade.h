// Criterion: shade (docs/scoring.md 1). Pure.
#pragma once

#include <span>

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

// The ladder that practitioners mix by (docs/domain.md 1.4): parts of water to one of pigment, thin first.
std::span<const double> dilution_ladder();
// Position of a dilution on the ladder that practitioners mix by: 25:1 20:1 16:1 12:1 9:1 6:1 3:1 1:1,
// undiluted (docs/domain.md 1.4; the rungs are our judgement, the ends are sourced). 0 = 25:1, 8 = undiluted;
// linear between the rungs, and 5 parts of water a rung beyond 25:1.
double shade_step(double dilution);

// Adds a dot to the sums, or takes it away again.
void count_shade(ShadeMeasure& sums, double dilution, double asked, bool add);
CriterionResult score_shade(const ShadeMeasure& measure, const Ramps& ramps);  // without causes
// Mean distance of the dots from the asked dilution, in steps. Causes: too_dark (named in a first session
// even for a single dot), too_light.
CriterionResult shade(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
