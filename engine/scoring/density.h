// Criterion: density (docs/scoring.md 1). Pure.
#pragma once

#include <span>

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

// |log2 ratio| of density to target that costs nothing either way: 0.10, more where fewer than 60 dots are
// asked, and what the layer leaves free; and what too dense weighs against too sparse.
struct Allowance {
  double over = 0.10, under = 0.10, over_weight = 1.5;
};
Allowance allowance(const Layer& layer, double expected);

// How far a cell's density is from its target.
struct CellError {
  double plain = 0.0;   // |log2 ratio|
  double excess = 0.0;  // weighted, beyond the free band
  bool over = false;
};
double log_ratio(double density, double target);  // log2, the density at least 2 % of the target
CellError cell_error(double log_ratio, const Allowance& allowed);

// Adds a cell to the sums, or takes it away again. `ratio` is the log_ratio of its density to its target.
void count_cell(CellMeasure& sums, double density, double target, double ratio, const Allowance& allowed,
                bool add);
// The sums before any cell is counted.
CellMeasure empty_cells(const Field& asked, std::span<const double> targets);
CellMeasure measure_cells(const Field& field, std::span<const LocalDensity::Cell> cells);
// Where the ratio is farthest off.
Vec2 worst_cell(std::span<const LocalDensity::Cell> cells, const Allowance& allowed);

// Without causes.
CriterionResult score_density(std::size_t dots, const CellMeasure& cells, const Ramps& ramps);
// Causes: too_dense, too_sparse.
CriterionResult density(const Field& field, const LocalDensity& local, const CellMeasure& cells,
                        const Ramps& ramps);

}  // namespace engine::scoring
