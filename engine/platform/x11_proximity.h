// Whether pens are near their tablets: version 1 of the X input extension says so, version 2 does not. Only
// for x11_*.cpp.
#pragma once

#include <X11/Xlib.h>
#include <X11/extensions/XInput.h>

#include <map>
#include <optional>

#include "engine/platform/input.h"

namespace engine::platform {

class X11Proximity {
 public:
  explicit X11Proximity(::Display* display) : display_(display) {}
  ~X11Proximity();
  X11Proximity(const X11Proximity&) = delete;
  X11Proximity& operator=(const X11Proximity&) = delete;

  // On the root: a pen that leaves outside our window is noticed too.
  void listen(DeviceId id);
  // Its number may go to another device.
  void forget(DeviceId id);

  struct Notice {
    DeviceId device = 0;
    std::uint32_t stamp_ms = 0;
    bool near = false;
  };
  [[nodiscard]] std::optional<Notice> notice(const XEvent& event) const;

 private:
  ::Display* display_;
  int in_ = -1, out_ = -1;               // event types, given by the server
  std::map<DeviceId, XDevice*> opened_;  // also of pens that are away
};

}  // namespace engine::platform
