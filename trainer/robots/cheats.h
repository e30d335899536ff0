// Patterns that look like work to a careless score. Each must fail; none is ever shown as an example.
#pragma once

#include <vector>

#include "engine/core/draw.h"
#include "trainer/robots/ground.h"

namespace trainer::robots {

using Pattern = std::vector<Vec2> (*)(const Ground& ground, engine::core::Seed seed);

std::vector<Vec2> square_grid(const Ground&, engine::core::Seed);  // at the mean density asked
std::vector<Vec2> hexagonal_grid(const Ground&, engine::core::Seed);
std::vector<Vec2> rows(const Ground&, engine::core::Seed);  // lines one spacing apart, random along them
std::vector<Vec2> random_points(const Ground&, engine::core::Seed);  // each place drawn by itself
std::vector<Vec2> one_dot(const Ground&, engine::core::Seed);
std::vector<Vec2> nothing(const Ground&, engine::core::Seed);
std::vector<Vec2> spam(const Ground&, engine::core::Seed);          // a wandering hand, three times too many
std::vector<Vec2> copied_tile(const Ground&, engine::core::Seed);   // expert work of six spacings, repeated
std::vector<Vec2> border_only(const Ground&, engine::core::Seed);   // all dots along the outline
std::vector<Vec2> density_only(const Ground&, engine::core::Seed);  // right count everywhere, in pairs

}  // namespace trainer::robots
