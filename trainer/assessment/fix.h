// What a ledger line advises, done: for its gain, and for whoever wants to see the difference.
#pragma once

#include <span>
#include <vector>

#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

// The dots afterwards. Added ones lie in the middle of the band and are otherwise like the last dot. Numbers
// that do not exist are passed over.
std::vector<engine::skin::Dot> apply_fix(const Site& site, std::span<const engine::skin::Dot> dots,
                                         const LedgerFix& fix);

// Every `one_in`-th of what the fix does, the first included.
LedgerFix part_of(const LedgerFix& fix, std::size_t one_in);

}  // namespace trainer::assessment
