// Centripetal Catmull-Rom through given points, flattened.
#pragma once

#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::geometry {

// Passes through every point; chords stay within `tolerance` mm of the curve. Two points: a straight
// line. Points nearer than 1e-6 to the one before are dropped.
std::vector<Vec2> catmull_rom(std::span<const Vec2> points, double tolerance);

}  // namespace engine::geometry
