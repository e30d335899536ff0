// What half a minute with a device says of it: named faults, and the calibration that fits the hand and the
// device. Pure: from samples, as a reader of devices gives them, to values.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/moment.h"
#include "engine/geometry/vec.h"
#include "engine/sim/event.h"

namespace engine::sim {

// One sample of the pointer during the check, as it came: before any curve.
struct CheckSample {
  core::SteadyTime t_us{};                // never falling; samples may share a time
  geometry::Vec2 at{0.0};                 // px of the window, y down
  std::optional<std::uint16_t> pressure;  // 1/8192
  std::optional<Tilt> tilt;               // 0.1 degrees from upright: to the right, downwards on the window
  bool contact = false;
};

// What was asked, in this order. A part that was skipped is empty.
enum class CheckPart : std::uint8_t { Circle, Light, Firm, Taps, Comfortable };
constexpr std::size_t kCheckParts = 5;
constexpr core::Span kNoDurationUs{5'000};  // no finger presses for less (judgement)
constexpr int kTapsAsked = 5, kComfortableAsked = 20;

// A contact of the check: its samples that touch, and when and where it was lifted.
struct CheckContact {
  std::vector<CheckSample> samples;  // at least one
  core::SteadyTime up_us{};
};

// Points per mm of skin at which a needle step opens at least (docs/design.md 6).
constexpr double kLeastWorkingZoom = 14.0;

struct CheckRecording {
  DeviceKind kind = DeviceKind::Mouse;
  double px_per_mm = kLeastWorkingZoom;  // as if the window were skin
  std::vector<CheckContact> parts[kCheckParts];
  [[nodiscard]] const std::vector<CheckContact>& of(CheckPart part) const {
    return parts[static_cast<std::size_t>(part)];
  }
};

enum class DeviceFault : std::uint8_t {
  NoPressure,
  PressureSaturates,
  StretchedMapping,
  TapsWithoutDuration,
  Jitter,
  DoubleContacts
};
struct DeviceFinding {
  DeviceFault fault = DeviceFault::NoPressure;
  double value = 0.0;  // share of presses at the ceiling; width over height; taps; px; pairs
  bool operator==(const DeviceFinding&) const = default;
};

// Whether a curve brings the comfortable press into the band. Strong: it lies at the pressure's ceiling,
// above what a curve can bend, or is too long a press; Weak: the other way round.
enum class Reach : std::uint8_t { Centre, Weak, Strong };

struct DeviceReport {
  std::vector<DeviceFinding> findings;  // in the order of DeviceFault; empty: all is well
  Calibrated calibration;               // t_us and depth offset 0
  std::optional<bool> left_handed;      // from the way the pen leans; nothing when it cannot be told
  bool pressure = false, tilt = false;  // whether the device told a pressure that changed; any tilt
  Reach reach = Reach::Centre;          // of the comfortable press, with `calibration`
  std::optional<double> jitter_px;      // of one coordinate, standard deviation; nothing with too few samples
  std::optional<double> per_second;     // samples while moving
  std::optional<std::int32_t> light, firm, comfortable;  // typical pressures, 1/8192
  std::optional<core::Span> press_us;                    // typical comfortable press
};

DeviceReport examine(const CheckRecording& recording);

// Standard deviation of one coordinate of the noise on a path that is smooth otherwise, px; nothing below 8
// samples. A curve of constant bend adds nothing to it.
std::optional<double> jitter_px(const std::vector<CheckSample>& samples);

}  // namespace engine::sim
