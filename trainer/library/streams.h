// What a program says on its standard streams, and whether it arrived.
#pragma once

#include "engine/core/result.h"

namespace trainer::library {

// Before anything is opened: a standard stream that is closed must not lend its number to a record, and a
// reader that goes away is an error like a full disk, not the end of the program.
void hold_standard_streams();

// Asked once, at the end. Error: something that was printed did not arrive on standard output.
engine::core::Result<void> all_said();

}  // namespace trainer::library
