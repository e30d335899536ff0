// What is said of what lies in the hand.
#pragma once

#include <string>

#include "trainer/runner/equipment.h"
#include "trainer/words/said.h"

namespace trainer::words {

// The keys that mend it, as they are called for this hand (ui/kit/commands.h).
struct ToolKeys {
  std::string tray, stretch;
};
Said of(const runner::ToolNotice& notice, const ToolKeys& keys);

}  // namespace trainer::words
