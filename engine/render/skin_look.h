// How a person's skin looks; its colour is of engine/skin/bare_skin.h.
#pragma once

#include <glm/vec3.hpp>

#include "engine/scalp/client.h"
#include "engine/skin/bare_skin.h"

namespace engine::render {

struct SkinLook {
  int skin_type = 2;  // Fitzpatrick 1..6
  scalp::Undertone undertone = scalp::Undertone::Neutral;
  scalp::SkinKind kind = scalp::SkinKind::Normal;  // oily skin shines, dry skin hardly
  double redness = 0.0;                            // 0 calm .. 1 freshly worked
  double lines = 0.0;                              // of age in the face, 0 none .. 1 deep; not on a pad
  double face_height = 1.0;  // of the head's shape: the lines lie where that face has its features
  double shade = 0.0;        // -1 the lighter .. 1 the darker of its type
  bool clay = false;         // grey clay under heat maps, L* 55 (docs/design.md 7)
  bool operator==(const SkinLook&) const = default;
};

constexpr float kClayReflectance = 0.2296F;  // CIE Y of L* 55

skin::SkinPigments skin_pigments(const SkinLook& look);
// How a person looks; `client` as person_of makes it. Lines come between 30 and 75 (judgement), earlier in
// the sun.
SkinLook skin_of(const scalp::Client& client);
float skin_gloss(const SkinLook& look);  // x the highlights, which fair skin hides in its own light
// x the light, as a photographer opens the lens for dark skin; 1 for clay. On the screen every type keeps the
// class of its typology angle (skin_tone_test).
float skin_exposure(const SkinLook& look);
// Linear RGB reflectance in 0..1 under white light.
glm::vec3 skin_albedo(const SkinLook& look);
// Individual typology angle of a linear RGB reflectance, degrees: atan((L* - 50) / b*). Classes: very
// light > 55, light 41-55, intermediate 28-41, tan 10-28, brown -30..10, dark < -30.
double individual_typology_angle(glm::vec3 linear_rgb);

}  // namespace engine::render
