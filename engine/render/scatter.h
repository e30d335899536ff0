// Light that wanders in skin, as a table the skin shader reads. Pure, no GL.
#pragma once

#include <vector>

namespace engine::render {

constexpr int kScatterSize = 64;
// Diffuse light on curved skin (Penner's pre-integrated skin with the six-Gaussian profile of d'Eon and
// Luebke): RGB floats, x = cosine to the light from -1 to 1, y = curvature from 0 to 1/9 per mm.
std::vector<float> make_scatter_table();

}  // namespace engine::render
