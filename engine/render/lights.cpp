#include "engine/render/lights.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace engine::render {
namespace {

constexpr glm::vec3 kKeyColour{1.42F, 1.34F, 1.24F};
constexpr glm::vec3 kFillColour{0.26F, 0.29F, 0.34F};
constexpr glm::vec3 kRimColour{0.62F, 0.66F, 0.74F};
const glm::vec3 kFill{0.85F, 0.10F, 0.55F};
const glm::vec3 kRim{0.55F, 0.45F, -0.80F};

glm::vec3 turn(glm::vec3 v, float yaw) {
  const float c = std::cos(yaw), s = std::sin(yaw);
  return {v.x * c + v.z * s, v.y, v.z * c - v.x * s};
}

// v turned round a unit axis (Rodrigues).
glm::vec3 around(glm::vec3 axis, glm::vec3 v, float angle) {
  return v * std::cos(angle) + glm::cross(axis, v) * std::sin(angle) +
         axis * glm::dot(axis, v) * (1.0F - std::cos(angle));
}

Lights pad_lights(const Camera& camera) {
  // A lamp from the upper left of the picture, low enough to show the relief.
  const auto roll = static_cast<float>(camera.roll.value + camera.light.value);
  const float c = std::cos(roll), s = std::sin(roll);
  const auto placed = [&](glm::vec3 v) {
    return glm::normalize(glm::vec3(v.x * c - v.y * s, v.x * s + v.y * c, v.z));
  };
  return {.key = {placed({-0.50F, 0.62F, 1.15F}), kKeyColour},
          .fill = {placed({0.85F, -0.20F, 0.75F}), kFillColour},
          .rim = {placed({0.30F, 0.60F, 0.35F}), 0.35F * kRimColour},
          .key_shadow = 0.0F};
}

}  // namespace

Lights lights_for(const Camera& camera) {
  if (camera.kind == CameraKind::Pad) return pad_lights(camera);
  const auto turned = static_cast<float>(camera.yaw.value - 0.45 * std::sin(camera.yaw.value));
  const glm::vec3 back(camera_axes(camera).back);
  const auto zoom = static_cast<float>(std::clamp((camera.px_per_mm - 4.0) / 12.0, 0.0, 1.0));
  const glm::vec3 own = glm::normalize(turn(kBakedKey, turned) + back * (0.25F + 0.85F * zoom));
  const glm::vec3 key = around(back, own, static_cast<float>(camera.light.value));
  const float suits = glm::clamp((glm::dot(key, kBakedKey) - 0.35F) / 0.5F, 0.0F, 1.0F);
  return {.key = {key, kKeyColour},
          .fill = {glm::normalize(turn(kFill, turned)), kFillColour},
          .rim = {glm::normalize(turn(kRim, turned)), kRimColour},
          .key_shadow = suits * (1.0F - 0.6F * zoom)};
}

}  // namespace engine::render
