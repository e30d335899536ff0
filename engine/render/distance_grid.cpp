#include "engine/render/distance_grid.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

namespace engine::render {

std::size_t DistanceGrid::index(int x, int y, int z) const {
  return (static_cast<std::size_t>(z) * static_cast<std::size_t>(count_.y) + static_cast<std::size_t>(y)) *
             static_cast<std::size_t>(count_.x) +
         static_cast<std::size_t>(x);
}

// Far from the skin the distance changes slowly, so the next samples of a row take the last one over: the
// error is at most the way gone, under half the distance itself.
DistanceGrid::DistanceGrid(const SkinDistance& distance, glm::vec3 low, glm::vec3 high, float step)
    : low_(low), step_(step), count_(glm::ivec3((high - low) / step) + 2) {
  values_.resize(index(0, 0, count_.z));
  for (int z = 0; z < count_.z; ++z) {
    for (int y = 0; y < count_.y; ++y) {
      for (int x = 0; x < count_.x;) {
        const glm::vec3 p = low_ + step_ * glm::vec3(x, y, z);
        const auto d = static_cast<float>(distance(geometry::Vec3(p)));
        const int run = std::max(1, static_cast<int>(std::abs(d) * 0.4F / step_));
        for (int k = 0; k < run && x < count_.x; ++k, ++x) values_[index(x, y, z)] = d;
      }
    }
  }
}

float DistanceGrid::at(glm::vec3 p) const {
  const glm::vec3 cell = glm::clamp((p - low_) / step_, glm::vec3(0.0F), glm::vec3(count_ - 2) + 0.999F);
  const glm::ivec3 i(cell);
  const glm::vec3 f = cell - glm::vec3(i);
  const auto along_x = [&](int y, int z) {
    return std::lerp(values_[index(i.x, i.y + y, i.z + z)], values_[index(i.x + 1, i.y + y, i.z + z)], f.x);
  };
  return std::lerp(std::lerp(along_x(0, 0), along_x(1, 0), f.y), std::lerp(along_x(0, 1), along_x(1, 1), f.y),
                   f.z);
}

}  // namespace engine::render
