// Where hair grows on a head, and how much is left.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::scalp {

using geometry::Vec3;

// "none", "norwood_1" .. "norwood_7", "ludwig_1" .. "ludwig_3" (domain 4.3).
std::vector<std::string> loss_class_names();

// 0..1: whether a place belongs to the hair-bearing scalp of a full head of hair; a soft edge of 8 mm.
double scalp_share(const Vec3& position);

// Follicular units per cm^2 at a place of the skin for a loss class of the list (full: 78, domain 3.1).
core::PerCm2 hair_density(const Vec3& position, const std::string& loss_class);

}  // namespace engine::scalp
