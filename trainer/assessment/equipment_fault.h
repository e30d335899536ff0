// Faults that the equipment made, not the hand: what a line of the ledger says of them instead.
#pragma once

#include <optional>
#include <span>

#include "engine/scoring/criterion.h"
#include "engine/skin/dot.h"
#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

// Dots whose needle hung out too little to reach the band of their target, however hard they were pressed.
bool out_of_reach(const engine::skin::Dot& dot, const engine::scoring::Band& depth);
// A needle that the target does not call right.
bool wrong_needle(const engine::skin::Needle& needle, const lessons::Target& target);

// Where more than half of the guilty dots share a fault of the equipment: too shallow for the set-out or in
// slack skin, too large or too small with a needle that is not the zone's. Nothing: the cause speaks for
// itself.
std::optional<EquipmentFault> equipment_fault(const SiteTarget& target,
                                              std::span<const engine::skin::Dot> dots,
                                              const engine::scoring::Cause& cause);

}  // namespace trainer::assessment
