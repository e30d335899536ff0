// Stubble, brows, lashes and beard shadow as splats. Positions of the features are those of the head of
// engine/scalp (mm, head space); pure, no GL.
#pragma once

#include <span>
#include <string>

#include "engine/core/units.h"
#include "engine/render/scene.h"
#include "engine/render/surface_points.h"
#include "engine/scalp/follicles.h"
#include "engine/scalp/implicit_head.h"

namespace engine::render {

// longer hair lies on the scalp, combed away from the parting; shorter stands in it
constexpr core::Mm kCombed{5.0};

struct HairLook {
  std::string colour = "brown";  // black, dark_brown, brown, blond, red, grey; others count as brown
  core::Mm length{0.7};          // of the stubble on the scalp
  core::Mm parting{};            // of hair longer than kCombed, to the client's left of the middle
  bool beard = true;
  bool slim_brows = false;  // and longer lashes, as most women have them
  double eyes = 1.0;        // how far apart, scalp::eye_share
  double grey = 0.0;        // share of grey hairs, 0..1
  bool brows = true;        // and lashes; alopecia universalis takes them
  core::Seed seed = 0;
};

// Optical density of a hair relative to black, per linear RGB channel.
glm::vec3 hair_density(const std::string& colour);

// The hairs of follicular units, with a weak shadow of their follicles.
std::vector<DotInstance> scalp_stubble(const scalp::Canvas& canvas,
                                       std::span<const scalp::FollicularUnit> units, const HairLook& look);
std::vector<DotInstance> face_hair(const HeadModel& head, const HairLook& look);

// Redness of ears, nose, cheeks and lids, and the mask of the lips, into the vertices.
void paint_face(HeadModel& head, const scalp::ImplicitHead& shape);

}  // namespace engine::render
