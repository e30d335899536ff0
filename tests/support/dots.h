// Dots for tests of what is said and judged of them, without a hand that places them.
#pragma once

#include <vector>

#include "engine/core/draw.h"
#include "engine/geometry/vec.h"
#include "engine/skin/dot.h"

namespace support {

// In healthy skin of 1.18 mm, made with a pen: so deep (share of the skin), 0.25 mm wide, one a second.
engine::skin::Dot dot(std::uint32_t number, engine::geometry::Vec2 at_mm, double delta = 0.55);
// Drawn at random in the rectangle, all at one depth.
std::vector<engine::skin::Dot> strewn(std::uint32_t count, engine::core::Seed seed,
                                      engine::geometry::Vec2 low, engine::geometry::Vec2 high,
                                      double delta = 0.55);
// On a square grid that begins at `low`.
std::vector<engine::skin::Dot> in_rows(int columns, int rows, engine::geometry::Vec2 low, double apart_mm,
                                       double delta = 0.55);

}  // namespace support
