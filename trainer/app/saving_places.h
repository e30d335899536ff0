// Folders to which work could go that cannot be saved where it belongs.
#pragma once

#include <string>
#include <vector>

#include "trainer/ui/saving/saving.h"

namespace trainer::app {

// Those of this machine that can be written now, best first, at most five: documents, home, what is plugged
// in, and a temporary one. File calls, which may take long: not for the thread that draws.
std::vector<ui::SavingPlace> saving_places();

// Those of them in which records of this user lie, whether they can be written now or not: a profile on a
// full disk cannot remember where its work went. File calls, as above.
std::vector<std::string> places_with_records();
// Whether it may be one of those, by its name: no file call.
bool is_offered_place(const std::string& folder);

}  // namespace trainer::app
