// The micro-relief of skin, as a table the skin shader reads. Pure, no GL.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/units.h"

namespace engine::render {

constexpr int kReliefSize = 1024;      // texels
constexpr core::Mm kReliefTile{24.0};  // the tile repeats; the shader has the same number

// Cellular micro-relief with pores. RGBA8 per texel: slope x, slope y (0.5 = level), cavity (1 = ridge),
// mottle (0.5 = average).
std::vector<std::uint8_t> make_relief_tile();

}  // namespace engine::render
