// What people type by mistake where TOML wants something else, in words that say what to do. TOML's own words
// do not.
#pragma once

#include <string>
#include <string_view>

#include "trainer/lessons/finding.h"

namespace trainer::lessons {

// Of a text that is not TOML and the place where the parser gave up: what was meant, or "" when that cannot
// be told.
std::string typing_slip(std::string_view text, Place at);

// The parser's own words, or better ones for those that say little.
std::string refused_in_words(std::string_view refusal);

}  // namespace trainer::lessons
