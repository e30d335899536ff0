// Whoever reads pens: XInput 2 now; Windows Ink, Wayland and Cocoa fit behind the same few calls.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "engine/platform/clock.h"
#include "engine/platform/input.h"

namespace engine::platform {

class PenSource {
 public:
  virtual ~PenSource() = default;

  // Everything that pens did since the last call, in the order in which they did it: all samples, none
  // merged. Devices at hand are told first. Pixels are those of the window. Call it after the system's own
  // events were fetched and before they are handled: then a pen's press is always known before its echo.
  virtual void poll(ServerClock& clock, std::vector<InputEvent>& out) = 0;

  // Sleeps until a pen or anything else at the display did something, at most so long.
  virtual void rest(std::chrono::milliseconds longest) = 0;

  // Whether this device's own samples come from here, so that the system's mouse only echoes them. Also of a
  // pen that is away or has just come: its first press may be asked about before `poll` tells of it.
  [[nodiscard]] virtual bool reads(DeviceId id) = 0;
};

}  // namespace engine::platform
