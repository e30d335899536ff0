// No line is wider than the formatter's column. The formatter breaks code, but no comment word and no string,
// so that what it leaves too wide is broken by hand. Pure.
#pragma once

#include <vector>
#include "tests/house/source_files.h"

namespace house {

constexpr int kColumns = 110;

// Characters of UTF-8 text as read, not bytes.
int characters(std::string_view line);
std::vector<Breach> too_wide(const SourceFile& file);

}  // namespace house
