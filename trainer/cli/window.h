// The window of a point pattern: a JSON file with rings in millimetres (docs/files.md).
#pragma once

#include <string>

#include "engine/geometry/region.h"

namespace trainer::cli {

// Errors name file, line (of broken JSON) and field. Beside `rings` the file may say what it believes of
// them: `type`
// ("rectangle" or "polygonal"), `xrange` and `yrange` (a frame around them), `area`; more than 1 % off is an
// error.
engine::core::Result<engine::geometry::Region> read_window(const std::string& path);

}  // namespace trainer::cli
