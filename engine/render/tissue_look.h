// How scars, burns and moles look, as one picture laid over the skin. Pure, no GL.
#pragma once

#include <functional>
#include <glm/vec2.hpp>
#include <vector>

#include "engine/geometry/vec.h"
#include "engine/scalp/tissue.h"

namespace engine::render {

struct TissueLook {
  // mm, of the box that the picture covers, where the texture of the skin lies
  glm::vec2 low{0.0F}, size{1.0F};
  int width = 0, height = 0;  // texels; 0: healthy skin everywhere
  // Per texel: added melanin, added haemoglobin (units of skin::SkinPigments), height over the skin in mm,
  // and how far the skin is scarred, 0..1: paler, smoother, shinier, without pores. The border is healthy
  // skin.
  std::vector<float> texels;
};

// Where the texture of the skin lies at a place, mm.
using TextureAddress = std::function<glm::vec2(const geometry::Vec3&)>;

// At most 1024 texels a side, at most 8 a mm.
TissueLook make_tissue_look(const scalp::Canvas& canvas, const TextureAddress& address);

}  // namespace engine::render
