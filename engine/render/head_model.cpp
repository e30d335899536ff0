#include "engine/render/head_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "engine/render/distance_grid.h"
#include "engine/render/lights.h"

namespace engine::render {
namespace {

constexpr float kGridStep = 3.0F;  // mm
constexpr float kMargin = 60.0F;   // mm of air round the head in the grid

float occlusion(const DistanceGrid& skin, const HeadVertex& v) {
  constexpr std::array<float, 5> kReach{2.5F, 5.0F, 10.0F, 19.0F, 38.0F};  // mm along the normal
  float seen = 0.0F, weights = 0.0F, weight = 1.0F;
  for (const float reach : kReach) {
    seen += weight * std::clamp(skin.at(v.position + v.normal * reach) / reach, 0.0F, 1.0F);
    weights += weight;
    weight *= 0.8F;
  }
  const float share = seen / weights;
  return share * (0.35F + 0.65F * share);
}

float curvature(const DistanceGrid& skin, const HeadVertex& v) {
  constexpr float kStep = 6.0F;  // mm; the skin scatters red light about as far
  float laplacian = -6.0F * skin.at(v.position);
  for (const glm::vec3 d : {glm::vec3(kStep, 0, 0), glm::vec3(0, kStep, 0), glm::vec3(0, 0, kStep)}) {
    laplacian += skin.at(v.position + d) + skin.at(v.position - d);
  }
  const float mean = 0.5F * std::abs(laplacian) / (kStep * kStep);
  return std::clamp(mean * 9.0F, 0.02F, 1.0F);
}

// Marches towards the lamp; the narrowest gap passed says how much of it is seen.
float soft_shadow(const DistanceGrid& skin, const HeadVertex& v) {
  constexpr float kPenumbra = 0.10F;  // half width of the lamp, radians
  float seen = 1.0F, way = 3.0F;
  for (int step = 0; step < 40 && way < 200.0F && seen > 0.0F; ++step) {
    const float d = skin.at(v.position + v.normal * 1.5F + kBakedKey * way);
    seen = std::min(seen, 0.5F + 0.5F * d / (kPenumbra * way));
    way += std::clamp(std::abs(d) * 0.8F, 1.5F, 14.0F);
  }
  seen = std::clamp(seen, 0.0F, 1.0F);
  return seen * seen * (3.0F - 2.0F * seen);
}

}  // namespace

void bake_light(HeadModel& model, const SkinDistance& distance) {
  if (model.vertices.empty()) return;
  glm::vec3 low = model.vertices.front().position, high = low;
  for (const HeadVertex& v : model.vertices) {
    low = glm::min(low, v.position);
    high = glm::max(high, v.position);
  }
  const DistanceGrid skin(distance, low - kMargin, high + kMargin, kGridStep);
  for (HeadVertex& v : model.vertices) {
    v.occlusion = occlusion(skin, v);
    v.curvature = curvature(skin, v);
    v.shadow = soft_shadow(skin, v);
  }
}

}  // namespace engine::render
