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

namespace engine::render {

// One splat of the absorbance pass, as the GPU reads it (48 bytes, tightly packed).
struct DotInstance {
  glm::vec3 position{0.0F};  // mm
  float sigma = 0.12F;       // mm, of the Gaussian across
  glm::vec2 normal{0.0F};    // octahedral, see encode_normal
  float angle = 0.0F;        // radians, direction of the long axis; also the seed of the edge's irregularity
  float elongation = 1.0F;   // long axis / short axis
  glm::vec3 density{0.0F};   // optical density at the centre per linear RGB channel; densities add
  float erythema = 0.0F;     // redness of the halo round a fresh dot, 0..1
  bool operator==(const DotInstance&) const = default;
};
static_assert(sizeof(DotInstance) == 48);

glm::vec2 encode_normal(glm::vec3 unit);

// How one deposit of pigment shows at the surface (docs/domain.md 7): deeper is wider, paler and bluer.
// The constants are art-directed, not fitted.
struct Mark {
  core::Mm diameter{0.42};
  double density = 1.0;  // relative to a fresh dot in band
  core::Mm blur{0.03};   // standard deviation added by depth
  core::Mm depth{0.6};   // of the pigment: what lies above it veils blue first
  double blue = 0.0;     // 0..1, added shift of old deep work
  core::Mm smear{};      // spread of its strikes
  double slant =
      1.0;  // length over width of a mark by a needle that did not stand upright: 1 / sine of its angle
  double erythema = 0.0;  // 0..1
};
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
