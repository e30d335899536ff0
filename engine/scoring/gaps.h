// Criterion: gaps (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

constexpr double kGapJudgedShare = 0.5;  // of the plateau: a feathered edge is meant to be open
// Skin is thin where the next dot is farther than 0.9 / sqrt(target). At 1.0, and counted up to the border,
// an expert's work cannot be told from work whose density waves by 10 %; so it can, over 40 seeds of eight
// shapes and densities.
constexpr OpenRule kThin{kGapJudgedShare, 0.9, 3};
// Half a spacing from the border, where dots beyond it would fill: a sharp corner of a zone is emptier than
// work is.
constexpr HoleRule kHole{kGapJudgedShare, 3};

GapMeasure measure_gaps(const Field& field);
std::size_t gaps_need(const Field& field);  // dots
// Without causes; of the field only what was asked.
CriterionResult score_gaps(const Field& field, std::size_t dots, const GapMeasure& measure,
                           const Ramps& ramps);
// Cause: gaps.
CriterionResult gaps(const Field& field, const GapMeasure& measure, const Ramps& ramps);

}  // namespace engine::scoring
