// Pictures for reports, drawn by the window program when it lies beside this one: smp itself links no GL.
#pragma once

#include <string>
#include <vector>

#include "trainer/report/html.h"
#include "trainer/runner/attempt.h"

namespace trainer::cli {

// Whole canvas, a close-up fresh, the same healed. Empty when there is no smp-trainer or it cannot draw here
// (no graphics driver); `why_not` then says so in a sentence.
std::vector<report::CaptionedPng> take_pictures(const runner::Attempt& attempt, const std::string& record,
                                                bool salvage, std::string& why_not);

}  // namespace trainer::cli
