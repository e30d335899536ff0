#include "engine/render/scene.h"

#include <cmath>

#include "engine/core/draw.h"

namespace engine::render {
namespace {

float signed_one(float x) {
  return x >= 0.0F ? 1.0F : -1.0F;
}

}  // namespace

glm::vec2 encode_normal(glm::vec3 n) {
  n /= std::abs(n.x) + std::abs(n.y) + std::abs(n.z);
  if (n.z >= 0.0F) return {n.x, n.y};
  return {(1.0F - std::abs(n.y)) * signed_one(n.x), (1.0F - std::abs(n.x)) * signed_one(n.y)};
}

namespace {

DotInstance splat_of(const scalp::SurfacePoint& where, const skin::Spot& spot, double seed) {
  return {.position = glm::vec3(where.position),
          .sigma = static_cast<float>(spot.sigma.value),
          .normal = encode_normal(glm::vec3(where.normal)),
          .angle = static_cast<float>(seed * 2.0 * core::kPi),
          .elongation = static_cast<float>(spot.elongation),
          .density = glm::vec3(spot.density),
          .erythema = spot.on_skin ? kOnSkin : static_cast<float>(spot.erythema)};
}

}  // namespace

DotInstance make_splat(const scalp::SurfacePoint& where, const Mark& mark, double seed) {
  return splat_of(where, skin::spot_of(mark), seed);
}

std::vector<DotInstance> dot_splats(const scalp::Canvas& canvas, const skin::Dot& dot, double days,
                                    const skin::HealingModel& healing) {
  const auto spots = skin::spots_of(dot, days, healing, canvas.pad() != nullptr);
  if (spots.empty()) return {};
  const auto where = canvas.locate(dot.at);
  if (!where) return {};
  const double seed = core::draw_unit(1, "splat", dot.number);
  std::vector<DotInstance> splats;
  for (const skin::Spot& spot : spots) splats.push_back(splat_of(*where, spot, seed));
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
