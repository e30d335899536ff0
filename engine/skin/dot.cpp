#include "engine/skin/dot.h"

namespace engine::skin {

DepthState depth_state(std::int32_t depth_um, std::int32_t thickness_um) {
  const std::int64_t depth = std::int64_t{1000} * depth_um, thickness = thickness_um;
  if (depth < kInSkin * thickness) return DepthState::Epidermal;
  if (depth < kBandStart * thickness) return DepthState::Shallow;
  if (depth <= kBandEnd * thickness) return DepthState::Target;
  return depth <= kThroughSkin * thickness ? DepthState::Deep : DepthState::Blowout;
}

DepthState depth_state(const Dot& dot) {
  return depth_state(dot.deposit_depth_um, dot.thickness_um);
}

}  // namespace engine::skin
