// Criterion: gaps (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

constexpr double kJudgedShare = 0.5;  // of the plateau: a feathered edge is meant to be open

GapMeasure measure_gaps(const Field& field);
std::size_t gaps_need(const Field& field);  // dots
// Without causes; of the field only what was asked.
CriterionResult score_gaps(const Field& field, std::size_t dots, const GapMeasure& measure, const Ramps& ramps);
// Cause: gaps.
CriterionResult gaps(const Field& field, const GapMeasure& measure, const Ramps& ramps);

}  // namespace engine::scoring
