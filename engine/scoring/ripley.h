// Ripley's K of a point pattern in a window. Nothing where it is undefined.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/geometry/region.h"

namespace engine::scoring {

using geometry::Region;
using geometry::Vec2;

// K at each r. Border: centres deeper than r only (strictly: spatstat leaves ties out). Translation: each
// pair weighted by the area over the area that the window shares with itself shifted by the pair.
std::vector<std::optional<double>> ripley_border(std::span<const Vec2> points, const Region& window,
                                                 std::span<const double> radii);
std::vector<std::optional<double>> ripley_translation(std::span<const Vec2> points, const Region& window,
                                                      std::span<const double> radii);

}  // namespace engine::scoring
