// How one deposit of pigment shows at the surface, as numbers: what the renderer draws
// (engine/render/scene.h) and what light.h is asked about. Pure, the same on every build.
#pragma once

#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"
#include "engine/skin/dot.h"
#include "engine/skin/healing.h"

namespace engine::skin {

using Rgb = geometry::Vec3;  // linear, per channel

Rgb exp_of(const Rgb& x);  // channel by channel

// A Gaussian of this width per diameter holds the ink of a disc as dark throughout as it is in its middle:
// 2 pi sigma^2 = pi D^2 / 4 (docs/domain.md 7).
constexpr double kSigmaPerDiameter = 0.35355339059327376;

// One deposit (docs/domain.md 7): deeper is wider, paler and bluer. The constants are art-directed, not
// fitted.
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

// What is laid over the skin: optical density that falls off from a centre (light.h says how).
struct Spot {
  core::Mm sigma{0.12};  // across
  double elongation = 1.0;
  Rgb density{0.0};       // at the centre, of light that passes once; densities add
  double erythema = 0.0;  // redness of the halo round a fresh dot, 0..1
  bool on_skin = false;   // not in it, as pigment is: hides its shine
};

// The ink is kept: what blurs, smears or slants a mark pales it.
Spot spot_of(const Mark& mark);

// `days` since the work (0 = fresh, 28 = healed). First the pigment, then a pinpoint of blood or a scab where
// there is one. Nothing when the dot is withdrawn or shed. `latex`, of a practice pad, neither reddens,
// bleeds nor scabs.
std::vector<Spot> spots_of(const Dot& dot, double days, const HealingModel& healing, bool latex);

}  // namespace engine::skin
