// The name someone probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainer::lessons {

// A to Z as a to z, all else as it is.
std::string small_letters(std::string_view text);

// The nearest of `names` by single-letter edits and swaps of neighbours, when at most a third of the
// letters differ; else "". Ties go to the earlier name.
std::string nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace trainer::lessons
