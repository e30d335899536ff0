#include "engine/skin/dot.h"

namespace engine::skin {

DepthState depth_state(const Dot& dot) {
  // Bounds in percent of the local skin thickness (docs/domain.md 1.2).
  const std::int64_t depth = std::int64_t{100} * dot.deposit_depth_um, thickness = dot.thickness_um;
  if (depth < 8 * thickness) return DepthState::Epidermal;
  if (depth < 38 * thickness) return DepthState::Shallow;
  if (depth <= 72 * thickness) return DepthState::Target;
  return depth <= 95 * thickness ? DepthState::Deep : DepthState::Blowout;
}

}  // namespace engine::skin
