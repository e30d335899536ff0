// One position of the needle, quantised once at capture. Live scoring, record and replay read these
// same integers.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "engine/scalp/canvas.h"

namespace engine::sim {

constexpr std::uint16_t kFullPressure = 8192;

struct Tilt {
  std::int16_t x_ddeg = 0;  // 0.1 degrees from upright, towards +u; -900..900
  std::int16_t y_ddeg = 0;  // towards +v
  bool operator==(const Tilt&) const = default;
};

struct NeedleSample {
  core::AttemptTime t_us{};               // since the start of the attempt, never falling
  scalp::CanvasPoint at;                  // micrometres
  std::optional<std::uint16_t> pressure;  // 0..kFullPressure; nothing from a mouse, key or finger
  std::optional<Tilt> tilt;
  bool contact = false;
  bool operator==(const NeedleSample&) const = default;
};

}  // namespace engine::sim
