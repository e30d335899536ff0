// One pen on X11: where it stands and what of it is down, from event to event. Only for x11_*.cpp.
#pragma once

#include "engine/core/moment.h"
#include "engine/platform/clock.h"
#include "engine/platform/input.h"
#include "engine/platform/pen_axes.h"
#include "engine/platform/x11_connection.h"

namespace engine::platform {

// 4 to 7 are scroll wheels, which the system's mouse turns as well
constexpr int kTip = 1, kLastPenButton = 3;

Button button_of(int number);

struct X11Pen {
  Device device;
  PenAxes axes;
  EqualStamps stamps;
  geometry::Vec2 origin{0.0};  // of the window, px of the root
  std::uint32_t buttons = 0;   // bit 0 tip, bits 1 and 2 barrel
  bool near = false;
  bool fresh = false;  // has said where it is since it came
  core::SteadyTime last_us{};
  Modifiers modifiers;

  // Axes, place of the window and modifiers of a motion, press or lift.
  void follow(const XIDeviceEvent& event, ::Display* display);
  // What a clock is held by while this button is down.
  [[nodiscard]] std::uint64_t held(int number) const {
    return (std::uint64_t{device.id} << 8U) | static_cast<std::uint64_t>(number);
  }
  [[nodiscard]] PointerSample sample(core::SteadyTime t_us, geometry::Vec2 root_size) const;

 private:
  void ask_axes(::Display* display);
};

}  // namespace engine::platform
