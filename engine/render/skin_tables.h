// Tables the skin shader reads. Pure, no GL.
#pragma once

#include <cstdint>
#include <vector>

namespace engine::render {

constexpr int kReliefSize = 1024;       // texels
constexpr double kReliefTileMm = 24.0;  // the tile repeats; the shader has the same number

// Cellular micro-relief with pores. RGBA8 per texel: slope x, slope y (0.5 = level), cavity (1 = ridge),
// mottle (0.5 = average).
std::vector<std::uint8_t> make_relief_tile();

constexpr int kScatterSize = 64;
// Diffuse light on curved skin (Penner's pre-integrated skin with the six-Gaussian profile of d'Eon and
// Luebke): RGB floats, x = cosine to the light from -1 to 1, y = curvature from 0 to 1/9 per mm.
std::vector<float> make_scatter_table();

// Both of them, made once in a process, on a thread of their own from the first call on: they take a quarter
// of a second that a program can spend opening its window.
struct SkinTables {
  std::vector<std::uint8_t> relief;
  std::vector<float> scatter;
};
void begin_skin_tables();
const SkinTables& skin_tables();  // waits until they are made

}  // namespace engine::render
