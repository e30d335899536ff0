// What there is to see, as values: the look of the skin, and dots turned into splats of optical density.
// Pure functions, no GL.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <vector>

#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"
#include "engine/skin/dot.h"

namespace engine::render {

// Colour of the skin. Two pigments, as in Donner & Jensen's spectral model (rendering.md 2).
struct SkinLook {
  int skin_type = 2;  // Fitzpatrick 1..6
  scalp::Undertone undertone = scalp::Undertone::Neutral;
  double redness = 0.0;  // 0 calm .. 1 freshly worked
  bool clay = false;     // grey clay under heat maps (ui.md 6)
  bool operator==(const SkinLook&) const = default;
};

// Linear RGB reflectance in 0..1 under white light; clay is grey.
glm::vec3 skin_albedo(const SkinLook& look);
// Individual typology angle of a linear RGB reflectance, degrees: atan((L* - 50) / b*). Classes: very
// light > 55, light 41-55, intermediate 28-41, tan 10-28, brown -30..10, dark < -30.
double individual_typology_angle(glm::vec3 linear_rgb);

// One splat of the absorbance pass, as the GPU reads it (48 bytes, tightly packed).
struct DotInstance {
  glm::vec3 position{0.0F};  // mm
  float sigma = 0.12F;       // mm, of the Gaussian across
  glm::vec2 normal{0.0F};    // octahedral, see encode_normal
  float angle = 0.0F;        // radians, direction of the long axis; also the seed of the edge's irregularity
  float elongation = 1.0F;   // long axis / short axis
  glm::vec3 density{0.0F};   // optical density at the centre per linear RGB channel; densities add
  float erythema = 0.0F;     // extra redness at the centre, 0..1
  bool operator==(const DotInstance&) const = default;
};
static_assert(sizeof(DotInstance) == 48);

glm::vec2 encode_normal(glm::vec3 unit);

// How one deposit of pigment shows at the surface (rendering.md 3): deeper is wider, paler and bluer.
struct Deposit {
  double diameter_mm = 0.42;  // of the dot in band, healed
  double depth_mm = 0.62;
  double thickness_mm = 1.18;  // of the skin there: thin skin shows the same depth as deeper
  double load = 1.0;           // pigment relative to a full dot
  double smear_mm = 0.0;       // spread of its strikes
  double smear_angle = 0.0;    // radians, in the tangent plane
  double erythema = 0.0;       // 0..1
};
DotInstance make_splat(const scalp::SurfacePoint& where, const Deposit& deposit, float seed);

struct DotLook {
  double days = 0.0;   // since the work: 0 = fresh, 28 = healed
  int skin_type = 2;
  bool operator==(const DotLook&) const = default;
};
// The picture of one dot; nothing when it is withdrawn or outside the canvas.
std::optional<DotInstance> dot_instance(const scalp::Canvas& canvas, const skin::Dot& dot, const DotLook& look);
std::vector<DotInstance> dot_instances(const scalp::Canvas& canvas, std::span<const skin::Dot> dots,
                                       const DotLook& look);

}  // namespace engine::render
