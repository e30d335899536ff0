// Folders to which work could go that cannot be saved where it belongs.
#pragma once

#include <string>
#include <vector>

#include "trainer/ui/saving/saving.h"

namespace trainer::app {

// Those of this machine that can be written now, best first, at most five: documents, home, what is plugged
// in, and a temporary one. File calls, which may take long: not for the thread that draws.
std::vector<ui::SavingPlace> saving_places();

}  // namespace trainer::app
