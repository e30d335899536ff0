// Whether rings make a region: each simple, holes inside, nothing covered twice. Private to Region.
#pragma once

#include <span>

#include "engine/core/result.h"
#include "engine/geometry/region.h"

namespace engine::geometry {

// Rings may touch (a shared corner or edge) and nest (an island in a hole). Errors name the ring ("ring 2",
// counted from 1): fewer than three distinct points, one that crosses itself or another, a hole that cuts out
// what is not there, rings that cover a place twice. `rings` are closed without a repeated point.
core::Result<void> check_rings(std::span<const Ring> rings);

double signed_area(std::span<const Vec2> ring);  // mm^2, positive when counterclockwise

}  // namespace engine::geometry
