// A look at the raw text before the parser sees it: nesting and keys beyond the limits would cost a
// recursive parser (and the destructors of its tree) the stack.
#pragma once

#include <optional>
#include <string_view>

#include "trainer/lessons/finding.h"

namespace trainer::lessons {

// Where brackets or dotted keys first go deeper than `limit`; nothing when they never do.
std::optional<Place> too_deep(std::string_view toml, int limit);

}  // namespace trainer::lessons
