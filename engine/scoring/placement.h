// Criterion: placement (scoring 3). Pure.
#pragma once

#include "engine/scoring/criterion.h"

namespace engine::scoring {

CriterionResult score_placement(std::size_t dots, const Strays& strays, const Ramps& ramps);  // without causes
// Share of all marks and presses that lie outside every target zone; a mark in a no-go zone makes it 0. Causes:
// forbidden, outside. Their fix takes the marks away.
CriterionResult placement(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
