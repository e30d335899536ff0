#include "engine/render/scene.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/exponential.hpp>

#include "engine/core/draw.h"

namespace engine::render {
namespace {

constexpr double kSigmaPerDiameter = 0.31;         // a disc of diameter D and this Gaussian look equally wide
constexpr float kDotDensity = 2.6F;                // optical density at the centre of a fresh dot in band
constexpr glm::vec3 kPigment{1.0F, 1.04F, 1.10F};  // carbon grey, a touch cool
constexpr glm::vec3 kVeilPerMm{0.12F, 0.42F, 0.78F};  // tissue above scatters blue back before it is absorbed

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
  const double s0 = kSigmaPerDiameter * mark.diameter_mm;
  const double sigma = std::sqrt(s0 * s0 + mark.blur_mm * mark.blur_mm);
  const double spread = s0 * s0 / (sigma * sigma);  // the same pigment over a larger area
  const double along = std::max(1.0, 1.0 + mark.smear_mm / (2.0 * sigma));
  const glm::vec3 veil = glm::exp(-kVeilPerMm * static_cast<float>(mark.depth_mm) -
                                  glm::vec3(0.0F, 0.25F, 0.6F) * static_cast<float>(mark.blue));
  return {.position = glm::vec3(where.position),
          .sigma = static_cast<float>(sigma),
          .normal = encode_normal(glm::vec3(where.normal)),
          .angle = static_cast<float>(seed * 2.0 * core::kPi),
          .elongation = static_cast<float>(along),
          .density = kPigment * veil * static_cast<float>(kDotDensity * mark.density * spread / along),
          .erythema = static_cast<float>(mark.erythema)};
}

std::optional<DotInstance> dot_instance(const scalp::Canvas& canvas, const skin::Dot& dot, double days) {
  if (dot.withdrawn || !skin::survives(dot, days)) return std::nullopt;
  const auto where = canvas.locate(dot.at);
  if (!where) return std::nullopt;
  const skin::Appearance look = skin::appearance(dot, days);
  // Below the dermis the pigment spreads, so the centre pales although none is lost.
  const double spread = 1.0 + 4.0 * std::max(0.0, skin::delta(dot) - 0.72);
  const Mark mark{.diameter_mm = look.diameter_mm,
                  .density = look.density / spread,
                  .blur_mm = look.blur_mm,
                  .depth_mm = dot.deposit_depth_um / 1000.0,
                  .blue = look.blue,
                  .smear_mm = dot.smear_um / 1000.0,
                  .erythema = canvas.pad() != nullptr ? 0.0 : look.redness};
  return make_splat(*where, mark, core::draw_unit(1, "splat", dot.number));
}

std::vector<DotInstance> dot_instances(const scalp::Canvas& canvas, std::span<const skin::Dot> dots,
                                       double days) {
  std::vector<DotInstance> out;
  out.reserve(dots.size());
  for (const skin::Dot& dot : dots) {
    if (const auto instance = dot_instance(canvas, dot, days)) out.push_back(*instance);
  }
  return out;
}

}  // namespace engine::render
