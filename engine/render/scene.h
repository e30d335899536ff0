// What there is to see, as values: dots turned into splats of optical density. Pure functions, no GL.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/render/skin_look.h"
#include "engine/scalp/canvas.h"
#include "engine/skin/dot.h"
#include "engine/skin/healing.h"
#include "engine/skin/mark.h"

namespace engine::render {

constexpr float kOnSkin = -1.0F;
// `steepness`: sine of the angle between hair and skin, above 0, up to 1. Such a splat is drawn as a rod in
// space: as long as it looks from where the eye is, and seen over an edge of the skin.
constexpr float standing(float steepness) {
  return kOnSkin - steepness;
}

// One splat of the dot pass, as the GPU reads it (48 bytes, tightly packed).
struct DotInstance {
  glm::vec3 position{0.0F};  // mm
  float sigma = 0.12F;       // mm, of the Gaussian across
  glm::vec2 normal{0.0F};    // octahedral, see encode_normal
  float angle = 0.0F;        // radians, direction of the long axis; also the seed of the edge's irregularity
  float elongation = 1.0F;   // long axis / short axis
  glm::vec3 density{0.0F};   // optical density at the centre per linear RGB channel; densities add
  // Redness of the halo round a fresh dot, 0..1; kOnSkin: it lies on the skin and hides its shine; below
  // that: a hair that stands up (standing).
  float erythema = 0.0F;
  bool operator==(const DotInstance&) const = default;
};
static_assert(sizeof(DotInstance) == 48);

glm::vec2 encode_normal(glm::vec3 unit);

using skin::Mark;
// `seed` in [0, 1) turns the mark and its edge.
DotInstance make_splat(const scalp::SurfacePoint& where, const Mark& mark, double seed);

// `days` since the work (0 = fresh, 28 = healed). First the pigment, then a pinpoint of blood or a scab where
// there is one. Nothing when the dot is withdrawn, shed or outside the canvas. A pad neither reddens, bleeds
// nor scabs.
std::vector<DotInstance> dot_splats(const scalp::Canvas& canvas, const skin::Dot& dot, double days,
                                    const skin::HealingModel& healing = {});
std::vector<DotInstance> dot_splats(const scalp::Canvas& canvas, std::span<const skin::Dot> dots, double days,
                                    const skin::HealingModel& healing = {});

}  // namespace engine::render
