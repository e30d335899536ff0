// Points as an expert tones punctate scars: one to three inside each, apart from each other and off the rim.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/core/draw.h"
#include "trainer/robots/ground.h"

namespace trainer::robots {

// `count` points, each for the scar that has fewest yet; a hand with `skill` below 1 loses count of some.
std::vector<Vec2> scar_points(const Ground& ground, std::size_t count, double skill, engine::core::Seed seed);

}  // namespace trainer::robots
