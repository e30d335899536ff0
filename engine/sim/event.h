// Everything that can happen between needle and skin. The log of these events is the only truth;
// `apply` folds them into a State (state.h). Past tense: they have happened and cannot fail.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "engine/core/moment.h"
#include "engine/sim/sample.h"
#include "engine/skin/machine.h"

namespace engine::sim {

struct NeedleMoved {
  NeedleSample sample;
  bool operator==(const NeedleMoved&) const = default;
};
// The contact ended without a lift: device gone, window hidden. It closes the dot where it was.
struct ContactInterrupted {
  core::AttemptTime t_us{};
  bool operator==(const ContactInterrupted&) const = default;
};
// Needle, machine, cup or the hand that stretches. It ends a contact, except where only the stretch changes:
// the dot is made in skin as taut as it was when the needle entered.
struct MachineChanged {
  core::AttemptTime t_us{};
  skin::Machine machine;
  bool operator==(const MachineChanged&) const = default;
};

enum class DeviceKind : std::uint8_t { Mouse, Pen, Touch, Key, Robot, File };
struct DeviceChanged {
  core::AttemptTime t_us{};
  DeviceKind kind = DeviceKind::Mouse;
  std::string name;           // at most 128 bytes
  bool timed_presses = true;  // press and release carry the server's time; if not, depth is not judged
  bool operator==(const DeviceChanged&) const = default;
};
// How this device's pressure, tilt or press time becomes depth and angle; integers, valid from here on in the
// log. The defaults change nothing. How the values are found: calibration.h.
struct Calibrated {
  core::AttemptTime t_us{};
  std::uint16_t minimum_pressure = 0;  // 1/8192: below it the tip does not touch
  std::uint16_t maximum_pressure =
      kFullPressure;  // 1/8192: from here on the press is a full one; above the minimum
  std::int32_t curve_gamma_permille =
      800;  // depth ~ pressure^gamma (docs/domain.md 2.4); full pressure stays as deep
  std::int32_t press_time_permille = 1000;  // scale of press times, 700..1500
  std::int32_t depth_offset_permille = 0;   // `[` and `]`: share of skin thickness added, -300..300
  Tilt upright;  // the tilt that counts as none, taken away from the measured one; -450..450 each
  bool operator==(const Calibrated&) const = default;
};
// Information, never scored: the scale at which the next contacts are made.
struct ViewScaled {
  core::AttemptTime t_us{};
  std::int32_t px_per_mm_milli = 0;
  bool operator==(const ViewScaled&) const = default;
};

enum class UndoScope : std::uint8_t { Lift, Dot };
struct Undone {
  core::AttemptTime t_us{};
  UndoScope scope = UndoScope::Lift;
  bool operator==(const Undone&) const = default;
};
struct Redone {
  core::AttemptTime t_us{};
  bool operator==(const Redone&) const = default;
};
struct Healed {
  core::AttemptTime t_us{};
  std::int32_t days = 0;
  bool operator==(const Healed&) const = default;
};

using Event = std::variant<NeedleMoved, ContactInterrupted, MachineChanged, DeviceChanged, Calibrated,
                           ViewScaled, Undone, Redone, Healed>;

core::AttemptTime time_us(const Event& event);

}  // namespace engine::sim
