// From a PNG picture to the densities that it asks for.
#pragma once

#include <cstdint>
#include <span>

#include "engine/core/result.h"
#include "engine/scoring/field.h"

namespace trainer::lessons {

constexpr std::uint32_t kMostPaintedPixels = 1024;  // across and down

// Darkness of each pixel as a share; what is transparent asks for nothing. Errors: not a PNG, too large, all
// white.
engine::core::Result<engine::scoring::PaintedShare> read_painting(std::span<const std::uint8_t> png);

}  // namespace trainer::lessons
