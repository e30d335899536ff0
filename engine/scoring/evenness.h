// Criterion: evenness (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// Indices of the dots at least d_ref inside; of all where that would leave fewer than 30 or half.
std::vector<std::size_t> inner_dots(const Field& field, double d_ref);

// 2 x mean of nearest distance x sqrt(local density): random 1, good hand 1.5-1.65, square grid 2.
double local_ratio(const Field& field, const LocalDensity& local);
// Coefficient of variation of density / target, weighted by the target.
double relative_variation(const LocalDensity& local);

CriterionResult evenness(const Field& field, const LocalDensity& local, const Ramps& ramps);

}  // namespace engine::scoring
