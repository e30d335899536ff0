// Why something cannot be done now.
#pragma once

#include <string>

#include "trainer/runner/refusal.h"

namespace trainer::words {

std::string of(const runner::Refusal& refusal);

}  // namespace trainer::words
