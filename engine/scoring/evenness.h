// Criterion: evenness (docs/scoring.md 1). Pure.
#pragma once

#include "engine/core/units.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// How one dot stands among the others.
struct DotSpacing {
  core::Mm nearest{};    // to the next dot
  double density = 0.0;  // local, its own included, dots per mm^2
  bool inner = false;    // at least d_ref from the border
};
bool is_inner(const Region& region, Vec2 p, core::Mm d_ref);
bool is_doublet(const DotSpacing& dot);  // nearer than half of 1 / sqrt(local density) to another

// Adds a dot to the sums, or takes it away again.
void count_spacing(SpacingMeasure& sums, const DotSpacing& dot, bool add);
SpacingMeasure measure_spacing(const Field& field, const LocalDensity& local);

// Indices of the inner dots; of all where that would leave fewer than 30 or half.
std::vector<std::size_t> inner_dots(const Field& field, core::Mm d_ref);
// 2 x mean of nearest distance x sqrt(local density): random 1, good hand 1.5-1.65, square grid 2.
double local_ratio(const SpacingMeasure& spacing);
// Coefficient of variation of density / target, weighted by the target.
double relative_variation(const CellMeasure& cells);

std::size_t evenness_needs(const Field& field);  // dots
// Without causes.
CriterionResult score_evenness(std::size_t needed, const SpacingMeasure& spacing, const CellMeasure& cells,
                               const Ramps& ramps);
// Causes: uneven, too_even.
CriterionResult evenness(const Field& field, const LocalDensity& local, const SpacingMeasure& spacing,
                         const CellMeasure& cells, const Ramps& ramps);

}  // namespace engine::scoring
