#include "engine/render/thinning.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "engine/render/dot_pass.h"

namespace engine::render {
namespace {

// The bits of a coordinate, two zeros between any of them.
std::uint32_t spaced(std::uint32_t x) {
  x &= 0x3FFU;
  x = (x | x << 16U) & 0x030000FFU;
  x = (x | x << 8U) & 0x0300F00FU;
  x = (x | x << 4U) & 0x030C30C3U;
  return (x | x << 2U) & 0x09249249U;
}

// Along a curve that keeps what lies close together close (Morton's).
std::uint32_t along_curve(glm::vec3 p) {
  constexpr float kCellMm = 0.6F, kHalf = 512.0F;
  const auto cell = [](float x) {
    return static_cast<std::uint32_t>(std::clamp(x / kCellMm + kHalf, 0.0F, 1023.0F));
  };
  return spaced(cell(p.x)) | spaced(cell(p.y)) << 1U | spaced(cell(p.z)) << 2U;
}

// Multiples of the golden ratio, without their whole part: however they are picked out in steps, they lie
// evenly.
float spread_evenly(std::uint32_t k) {
  constexpr std::uint32_t kGolden = 2'654'435'769U;  // 2^32 / 1.618...
  return static_cast<float>((k * kGolden) >> 8U) / static_cast<float>(1U << 24U);
}

}  // namespace

void Ranks::update(std::span<const DotInstance> splats) {
  if (!ranks_.empty()) {
    for (std::size_t k = ranks_.size(); k < splats.size(); ++k)
      ranks_.push_back(spread_evenly(static_cast<std::uint32_t>(k)));
    return;
  }
  std::vector<std::uint32_t> order(splats.size()), place(splats.size());
  std::iota(order.begin(), order.end(), 0U);
  std::transform(splats.begin(), splats.end(), place.begin(),
                 [](const DotInstance& splat) { return along_curve(splat.position); });
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return place[a] != place[b] ? place[a] < place[b] : a < b;
  });
  ranks_.resize(splats.size());
  for (std::size_t k = 0; k < order.size(); ++k)
    ranks_[order[k]] = spread_evenly(static_cast<std::uint32_t>(k));
}

std::vector<DotInstance> few_in_sight(std::span<const DotInstance> splats, const Ranks& ranks,
                                      const View& view, std::size_t most, float& thinning) {
  const Sight sight(view);
  std::vector<std::uint32_t> seen;
  for (std::size_t k = 0; k < splats.size(); ++k)
    if (sight.sees(splats[k])) seen.push_back(static_cast<std::uint32_t>(k));
  const float share = seen.size() <= most ? 1.0F : static_cast<float>(most) / static_cast<float>(seen.size());
  std::vector<DotInstance> kept;
  for (const std::uint32_t k : seen)
    if (ranks.of(k) < share) kept.push_back(splats[k]);
  thinning = kept.empty() ? 1.0F : static_cast<float>(seen.size()) / static_cast<float>(kept.size());
  return kept;
}

}  // namespace engine::render
