// What the X server's description of a device means: whether it is a pen, its axes, which of its ends. Only
// for x11_*.cpp.
#pragma once

#include "engine/platform/pen_axes.h"
#include "engine/platform/x11_connection.h"

namespace engine::platform {

class X11Description {
 public:
  explicit X11Description(::Display* display);

  // The axes of a pen, or nothing where it is something else: a mouse, a touch screen, a broken description.
  [[nodiscard]] core::Result<PenAxes> axes_of(const XIDeviceInfo& info) const;
  // By the tool that the driver names, else by the device's name.
  [[nodiscard]] bool is_eraser(const XIDeviceInfo& info) const;

 private:
  [[nodiscard]] AxisRole role(Atom label) const;

  ::Display* display_;
  Atom x_, y_, pressure_, tilt_x_, tilt_y_, wheel_, rotary_, tool_;
};

}  // namespace engine::platform
