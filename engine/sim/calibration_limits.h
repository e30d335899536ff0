// How far a calibration can go: of what a check finds, settings, records and samples alike.
#pragma once

#include <cstdint>

namespace engine::sim {

// Press time and depth offset, permille (judgement).
constexpr std::int32_t kLeastPressTime = 700, kMostPressTime = 1500;
constexpr std::int32_t kMostDepthOffset = 300;

}  // namespace engine::sim
