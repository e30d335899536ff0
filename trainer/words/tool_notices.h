// What is said of what lies in the hand.
#pragma once

#include "trainer/runner/equipment.h"
#include "trainer/words/said.h"

namespace trainer::words {

Said of(const runner::ToolNotice& notice);

}  // namespace trainer::words
