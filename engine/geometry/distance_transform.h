// How far every pixel of a raster is from the nearest marked one, exactly, in time linear in the pixels
// (Meijster, Roerdink and Hesselink 2000).
#pragma once

#include <cstdint>
#include <vector>

namespace engine::geometry {

// Row by row, `marked` non-zero; squared distances in pixels. kFarAway where nothing is marked at all.
constexpr std::int32_t kFarAway = 2'000'000'000;
std::vector<std::int32_t> squared_distances(const std::vector<std::uint8_t>& marked, int columns, int rows);

}  // namespace engine::geometry
