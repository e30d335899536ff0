// Criterion: clumps (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// Of these dots, those nearer than half of 1 / sqrt(local density) to another, and their share.
std::vector<std::size_t> doublets_among(const std::vector<std::size_t>& indices, const LocalDensity& local);
double doublet_fraction(const std::vector<std::size_t>& indices, const LocalDensity& local);

// Without causes.
CriterionResult score_clumps(const SpacingMeasure& spacing);
// Cause: clumps.
CriterionResult clumps(const Field& field, const LocalDensity& local, const SpacingMeasure& spacing);

}  // namespace engine::scoring
