#include "engine/skin/dot.h"

namespace engine::skin {

namespace {

// Quotients of small integers: two that are equal are the same double.
constexpr double kIn = kInSkin / 1000.0, kThrough = kThroughSkin / 1000.0;

}  // namespace

DepthState depth_state(double delta, const Band& asked) {
  if (delta > kThrough) return DepthState::Blowout;
  if (delta > asked.high) return DepthState::Deep;
  if (delta >= asked.low) return DepthState::Target;
  return delta < kIn ? DepthState::Epidermal : DepthState::Shallow;
}

DepthState depth_state(const Dot& dot, const Band& asked) {
  return depth_state(delta(dot), asked);
}

bool is_through_skin(const Dot& dot) {
  return delta(dot) > kThrough;
}

}  // namespace engine::skin
