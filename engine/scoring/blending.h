// Criterion: blending (docs/scoring.md 1). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/density.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// The cells within kBlend of hair.
CellMeasure measure_blend(const Field& field, const LocalDensity& local);

// Density of dots and follicular units together where the work runs into hair, judged as density is. Not
// judged below 15 dots, or where no hair is near. Causes: too_dense, too_sparse. without causes
CriterionResult score_blending(std::size_t dots, const CellMeasure& cells, const Ramps& ramps);
CriterionResult blending(const Field& field, const LocalDensity& local, const CellMeasure& cells,
                         const Ramps& ramps);

}  // namespace engine::scoring
