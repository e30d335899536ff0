// How dark work looks beside bare skin and beside shaved hair, measured in pictures that were drawn
// (docs/domain.md 7.1).
#pragma once

#include <string>

namespace bench {

// The table to the standard output: 0 when every cell lies within its target, 1 when one does not, 3 when
// nothing can be drawn here. Half a minute to two.
int print_looks();
// Heads with shaved sides and finished work, good and bad, as PNG files in a folder; codes as above.
int draw_looks(const std::string& folder);

}  // namespace bench
