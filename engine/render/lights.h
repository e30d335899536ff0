// The lamps: a large key light, a cool fill and a rim. Near the front view they turn with the camera by
// half, farther round they follow, so that skin never goes flat or black (docs/design.md 7) and no light
// jumps; near the skin a loupe light joins from the camera.
#pragma once

#include <glm/vec3.hpp>

#include "engine/render/camera.h"

namespace engine::render {

struct Lamp {
  glm::vec3 direction;  // unit, from the skin to the lamp
  glm::vec3 colour;     // linear RGB
};

struct Lights {
  Lamp key, fill, rim;
  float key_shadow;  // 0..1: share of the baked shadow (made for kBakedKey) that suits the key light
};

// Where the key light stands when soft shadows are baked.
inline const glm::vec3 kBakedKey{-0.5315F, 0.5991F, 0.5991F};

Lights lights_for(const Camera& camera);

}  // namespace engine::render
