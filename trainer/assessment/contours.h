// Lines of equal density of a painted target, as a pencil would mark them on the skin.
#pragma once

#include <array>
#include <vector>

#include "engine/geometry/region.h"
#include "engine/scoring/field.h"

namespace trainer::assessment {

using Stretch = std::array<engine::geometry::Vec2, 2>;  // mm in the work plane

// Where the density passes `share` of the plateau inside the region: straight stretches on a grid of 48 cells
// across.
std::vector<Stretch> contour(const engine::geometry::Region& region,
                             const engine::scoring::TargetDensity& density, double share);

}  // namespace trainer::assessment
