// The way a hand takes over the ground: patch by patch of 25 mm, and within a patch on from dot to dot
// while the front moves across.
#pragma once

#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace trainer::robots {

constexpr engine::core::Mm kPatch{25.0};

std::vector<engine::geometry::Vec2> in_working_order(std::vector<engine::geometry::Vec2> points);

}  // namespace trainer::robots
