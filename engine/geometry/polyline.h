// Polylines in flat millimetres.
#pragma once

#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::geometry {

double length(std::span<const Vec2> line);
double segment_distance(Vec2 p, Vec2 a, Vec2 b);
double distance(std::span<const Vec2> line, Vec2 p);  // at least one point

// Distance with a sign: positive on the left-hand side of the line's direction, which is "behind" a
// hairline drawn from the client's right to left. Beyond the ends the end segments decide.
double signed_distance(std::span<const Vec2> line, Vec2 p);

// Arc length of the point of the line that is nearest to p.
double nearest_arc(std::span<const Vec2> line, Vec2 p);

// Point at arc length s, clamped to the line.
Vec2 point_at(std::span<const Vec2> line, double s);
std::vector<Vec2> resampled(std::span<const Vec2> line, std::size_t count);  // count >= 2, even arc length

}  // namespace engine::geometry
