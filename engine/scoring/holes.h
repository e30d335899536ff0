// Empty places in a field, and where to put or take dots so that it becomes even.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/geometry/grid.h"
#include "engine/scoring/field.h"

namespace engine::scoring {

struct Hole {
  Vec2 centre{0.0};
  double radius = 0.0;  // mm to the nearest dot
};

// The largest circle without a dot whose centre lies in the closed region, where the target is at
// least `share` of the plateau. Radius to 1e-4 mm. Radius 0 for an empty region or no dots.
Hole largest_hole(const Field& field, double share);

// Pixels of the region (centres at d_ref / 10) where the target is at least `share` of the plateau, and those of
// them that are farther than 1 / sqrt(target) from every dot.
struct OpenPixels { std::size_t judged = 0, open = 0; };
OpenPixels open_pixels(const Field& field, double share);
double uncovered_fraction(const Field& field, double share);

// `count` places, each put into the then largest hole (relative to the local target distance).
std::vector<Vec2> fill_holes(const Field& field, std::size_t count);

// Numbers of `count` dots, each the then most crowded one; ascending.
std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count);

}  // namespace engine::scoring
