// A signed distance sampled on a grid, for the many look-ups of a light bake.
#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "engine/render/head_model.h"

namespace engine::render {

class DistanceGrid {
 public:
  // Covers the box with cells of `step` mm.
  DistanceGrid(const SkinDistance& distance, glm::vec3 low, glm::vec3 high, float step);
  [[nodiscard]] float at(glm::vec3 p) const;  // trilinear; outside the box as at its border

 private:
  [[nodiscard]] std::size_t index(int x, int y, int z) const;
  glm::vec3 low_;
  float step_;
  glm::ivec3 count_;
  std::vector<float> values_;
};

}  // namespace engine::render
