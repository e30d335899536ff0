// Plots and maps as SVG fragments. Every number has its unit, and colour is never the only sign.
#pragma once

#include <string>

#include "trainer/runner/attempt.h"

namespace trainer::report {

// The dots of one target on its work plane at 8 units a millimetre: shape and colour by depth state,
// numbered pins of the ledger lines. A bar shows 5 mm.
std::string dot_map(const runner::Attempt& attempt, const assessment::Assessment& assessment,
                    std::size_t target);

// Deposit depth of every dot in the order of work, with the band of its own skin.
std::string depth_trace(const runner::Attempt& attempt);

// A score bar from 0 to 100 with a tick at the pass mark; both in hundredths.
std::string score_bar(int score, int pass);

// For HTML text and attributes, whatever the bytes: those that are no character are written \xHH.
std::string escape(std::string_view text);

}  // namespace trainer::report
