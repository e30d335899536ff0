#include "engine/render/scene.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/exponential.hpp>

#include "engine/core/draw.h"

namespace engine::render {
namespace {

constexpr double kSigmaPerDiameter = 0.30;  // a disc of diameter D and this Gaussian look equally wide
constexpr float kDotDensity =
    3.4F;  // optical density at the centre of a dot in band with undiluted load (art-directed)
constexpr glm::vec3 kPigment{1.0F, 1.04F, 1.10F};     // carbon grey, a touch cool
constexpr glm::vec3 kVeilPerMm{0.12F, 0.42F, 0.78F};  // tissue above scatters blue back before it is absorbed

// Optical densities at the centre, and sizes (art-directed): blood drinks green and blue; a scab is brown,
// larger and darker than its dot (docs/domain.md 6).
constexpr glm::vec3 kBlood{0.25F, 2.6F, 2.2F}, kScab{0.45F, 0.85F, 1.15F};
constexpr double kBloodMm = 0.55, kScabPerDot = 1.6;

float signed_one(float x) {
  return x >= 0.0F ? 1.0F : -1.0F;
}

}  // namespace

glm::vec2 encode_normal(glm::vec3 n) {
  n /= std::abs(n.x) + std::abs(n.y) + std::abs(n.z);
  if (n.z >= 0.0F) return {n.x, n.y};
  return {(1.0F - std::abs(n.y)) * signed_one(n.x), (1.0F - std::abs(n.x)) * signed_one(n.y)};
}

DotInstance make_splat(const scalp::SurfacePoint& where, const Mark& mark, double seed) {
  const double s0 = kSigmaPerDiameter * mark.diameter.value;
  const double sigma = std::sqrt(s0 * s0 + mark.blur.value * mark.blur.value);
  const double spread = s0 * s0 / (sigma * sigma);  // the same pigment over a larger area
  const double along = std::max(mark.slant, 1.0 + mark.smear.value / (2.0 * sigma));
  const glm::vec3 veil = glm::exp(-kVeilPerMm * static_cast<float>(mark.depth.value) -
                                  glm::vec3(0.0F, 0.25F, 0.6F) * static_cast<float>(mark.blue));
  return {.position = glm::vec3(where.position),
          .sigma = static_cast<float>(sigma),
          .normal = encode_normal(glm::vec3(where.normal)),
          .angle = static_cast<float>(seed * 2.0 * core::kPi),
          .elongation = static_cast<float>(along),
          .density = kPigment * veil * static_cast<float>(kDotDensity * mark.density * spread / along),
          .erythema = static_cast<float>(mark.erythema)};
}

namespace {

// Something on the skin, not under it.
DotInstance stain(const scalp::SurfacePoint& where, glm::vec3 colour, double amount, double diameter_mm,
                  double seed) {
  DotInstance splat = make_splat(
      where, {.diameter = core::Mm{diameter_mm}, .blur = core::Mm{0.0}, .depth = core::Mm{0.0}}, seed);
  splat.density = colour * static_cast<float>(amount);
  return splat;
}

}  // namespace

std::vector<DotInstance> dot_splats(const scalp::Canvas& canvas, const skin::Dot& dot, double days,
                                    const skin::HealingModel& healing) {
  if (dot.withdrawn || !skin::survives(dot, days, healing)) return {};
  const auto where = canvas.locate(dot.at);
  if (!where) return {};
  const skin::Appearance look = skin::appearance(dot, days, healing);
  const bool latex = canvas.pad() != nullptr;
  const double seed = core::draw_unit(1, "splat", dot.number);
  // Below the dermis the pigment spreads, so the centre pales although none is lost.
  const double wider = healing.spread_permille / 1000.0;  // oily skin: the same pigment over a larger dot
  const double spread =
      wider * wider * (1.0 + 4.0 * std::max(0.0, skin::delta(dot) - skin::kBandEnd / 1000.0));
  std::vector<DotInstance> splats{make_splat(
      *where,
      {.diameter = core::Mm{look.diameter.value},
       .density = look.density / spread,
       .blur = core::Mm{look.blur.value},
       .depth = core::Mm{dot.deposit_depth_um / 1000.0},
       .blue = look.blue,
       .smear = core::Mm{dot.smear_um / 1000.0},
       .slant = 1.0 / std::max(0.5, std::sin(core::radians_from_degrees(dot.angle_ddeg / 10.0).value)),
       .erythema = latex ? 0.0 : look.redness},
      seed)};
  if (!latex && look.blood > 0.0) splats.push_back(stain(*where, kBlood, look.blood, kBloodMm, seed));
  if (!latex && look.scab > 0.0)
    splats.push_back(stain(*where, kScab, look.scab, kScabPerDot * look.diameter.value, seed));
  return splats;
}

std::vector<DotInstance> dot_splats(const scalp::Canvas& canvas, std::span<const skin::Dot> dots, double days,
                                    const skin::HealingModel& healing) {
  std::vector<DotInstance> out;
  out.reserve(dots.size());
  for (const skin::Dot& dot : dots) {
    const auto splats = dot_splats(canvas, dot, days, healing);
    out.insert(out.end(), splats.begin(), splats.end());
  }
  return out;
}

}  // namespace engine::render
