// What is said of the last dot.
#pragma once

#include "trainer/runner/feedback.h"
#include "trainer/words/said.h"

namespace trainer::words {

Said of(const runner::DotFeedback& feedback);

}  // namespace trainer::words
