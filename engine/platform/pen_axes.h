// What a driver says of its pen and what its numbers mean, free of any window system: roles by label, ranges,
// the rules of tilt, and the last value of every axis. Whatever a driver sends, what comes out is finite and
// in range.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::platform {

enum class AxisRole { X, Y, Pressure, TiltX, TiltY, Twist, Other };
constexpr std::size_t kAxisRoles = 7;
constexpr int kMostAxes = 64;  // numbered from 0; drivers that claim more are not believed

struct AxisDescription {
  int number = 0;
  AxisRole role = AxisRole::Other;
  bool absolute = true;
  double min = 0.0, max = 0.0;
  double resolution = 0.0;  // units to a radian, of tilts; 0: not said
  double value = 0.0;       // as it stands now
  bool operator==(const AxisDescription&) const = default;
};

class PenAxes {
 public:
  // Error: why this is no pen that can be read: X, Y or pressure is missing, told twice, relative or without
  // a range.
  static core::Result<PenAxes> make(std::span<const AxisDescription> axes);

  // A new value of the axis with this number. What is not finite or belongs to no axis is ignored: the last
  // value stays.
  void set(int number, double value);
  // The tip touches, or is lifted.
  void touch(bool down);

  [[nodiscard]] geometry::Vec2 share() const;  // of the surface's width and height, 0..1, from the upper left
  // 0..1. Nothing until it changed, or while the pen is stuck at one pressure: several touches in a row told
  // one and the same. Broken pens and wrong drivers send none, or all there is, for ever.
  [[nodiscard]] std::optional<double> pressure() const;
  // Degrees, to the right and downwards, -90..90. Nothing until it changed: drivers announce axes that the
  // pen lacks and send one value for ever.
  [[nodiscard]] std::optional<geometry::Vec2> tilt_deg() const;
  [[nodiscard]] std::optional<core::Degrees> twist() const;  // -180..180, likewise

 private:
  struct Axis {
    bool there = false, told = false, changed = false;
    int number = -1;
    double min = 0.0, max = 1.0, resolution = 0.0, value = 0.0;
  };
  [[nodiscard]] const Axis& of(AxisRole role) const { return axes_[static_cast<std::size_t>(role)]; }
  // What the touch in progress, or the last one, told of its pressure.
  struct Touch {
    bool down = false, varied = false;
    int reports = 0;
    std::optional<double> pressure;  // as told last while it touched; a driver may tell changes only
  };
  std::array<Axis, kAxisRoles> axes_;
  Touch touch_;
  int stuck_ = 0;  // touches in a row, all at one pressure
  double stuck_at_ = 0.0;
};

}  // namespace engine::platform
