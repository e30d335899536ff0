// How dark work looks beside bare skin and beside shaved hair, measured in pictures that were drawn
// (docs/domain.md 7.1).
#pragma once

#include <string>

#include "bench/studio.h"

namespace bench {

// The table to the standard output: 0 when every cell lies within its target, 1 when one does not, 3 when
// nothing can be drawn here. Half a minute to two.
int print_looks();
// The table at rest, on a screen of one pixel to a point, as comma-separated values: a line for each subject
// and distance with its targets. 0, or 3 when nothing can be drawn or written; how many cells lie outside is
// told on the standard output. A quarter of the time of the above.
int write_looks(const std::string& path);

}  // namespace bench
