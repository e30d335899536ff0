// Criterion: feathering (docs/scoring.md 1). Pure.
#pragma once

#include <span>

#include "engine/scoring/criterion.h"
#include "engine/scoring/profile.h"

namespace engine::scoring {

// Width of a density profile in mm: the spread (standard deviation) of the places where its best rising fit
// rises, relative to its own plateau. A ruler-sharp front has 0, whatever its density. `plateau_from` mm is
// where the full density begins. Nothing without dots there.
std::optional<double> feather_width(std::span<const ProfileBin> bins, double plateau_from,
                                    double ProfileBin::*dots);

// Without causes; of the field only what was asked.
CriterionResult score_feathering(const Field& asked, std::size_t dots, std::span<const ProfileBin> bins,
                                 const Ramps& ramps);
// The rise of the density behind the line: the relative error of its profile, and the width of the rise
// against the asked one; the worse of the two. Not judged without a gradient, or below 60 dots. Causes:
// front_too_dense, front_too_sparse, hard_edge, edge_too_wide.
CriterionResult feathering(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
