// A head made ready for the skin shader: light that the shape keeps away is computed once per vertex
// (ambient occlusion, curvature, soft shadow of the key light). Pure, no GL.
#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::render {

// As the GPU reads it (56 bytes, tightly packed).
struct HeadVertex {
  glm::vec3 position{0.0F};  // mm, head space
  glm::vec3 normal{0.0F};    // unit, outwards
  float occlusion = 1.0F;    // share of the room that is seen, 0..1
  float curvature = 0.05F;   // x 1/9 per mm, 0..1
  float shadow = 1.0F;       // share of the key light (kBakedKey), 0..1
  float scalp = 0.0F;        // 1 on the scalp, which shines more
  glm::vec2 chart{0.0F};     // mm, where the texture lies; about the chart address
  float redness = 0.0F;      // added haemoglobin (ears, nose, cheeks)
  float lips = 0.0F;         // 0..1
};
static_assert(sizeof(HeadVertex) == 56);

struct HeadModel {
  std::vector<HeadVertex> vertices;
  std::vector<std::uint32_t> triangles;  // three indices each, counter-clockwise from outside
};

// Signed distance to the skin at a point, mm, positive outside; need only be right near the skin.
using SkinDistance = std::function<double(const geometry::Vec3&)>;

// Fills occlusion, curvature and shadow of every vertex from its position and normal. The distance is
// sampled once on a grid of 3 mm, so a slow one costs no more than a fast one.
void bake_light(HeadModel& model, const SkinDistance& distance);

}  // namespace engine::render
