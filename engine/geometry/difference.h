// A region with pieces cut out of it: a target round a mole, a mask with holes. A ring without its folds.
#pragma once

#include <span>
#include <vector>

#include "engine/core/result.h"
#include "engine/geometry/region.h"

namespace engine::geometry {

// `region` without what the outlines enclose (mm; not closed; they may lie outside, overlap the border or one
// another). Corners of the result lie on whole nanometres, so it is the same on every build. A region that no
// outline touches comes back as it is. Errors: nothing is left; an outline has coordinates beyond 1e6 mm or
// not finite.
core::Result<Region> difference(const Region& region, std::span<const std::vector<Vec2>> outlines);

// The ring's largest simple part without the small loops that it ties where an offset line turns more tightly
// than it is offset. Corners lie on whole nanometres. Empty when nothing is left, or a coordinate is beyond
// 1e6 mm or not finite.
std::vector<Vec2> without_folds(std::span<const Vec2> ring);

}  // namespace engine::geometry
