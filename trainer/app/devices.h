// What points at the window: the devices at hand, the one in use, and what it tells.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "engine/platform/input.h"
#include "engine/sim/calibration.h"
#include "trainer/ui/device_check/device_check_screen.h"

namespace trainer::app {

engine::sim::DeviceKind kind_of(engine::platform::PointerKind kind);
// As the check takes it: pressure and tilt as integers.
engine::sim::CheckSample check_sample(const engine::platform::PointerSample& sample, bool contact);

class Devices {
 public:
  void follow(const engine::platform::InputEvent& event);

  // The one that gave the last sample of its own; the system's mouse before any did.
  [[nodiscard]] const engine::platform::Device& in_use() const;
  [[nodiscard]] ui::DeviceLabel label() const;
  [[nodiscard]] bool pen_at_hand() const;  // one that measures pressure
  // What comes in, as of now; `calibration` is the one in force for the device in use.
  [[nodiscard]] ui::LiveDevice live(const engine::sim::Calibrated& calibration) const;

 private:
  void follow(const engine::platform::PointerSample& sample);

  std::vector<engine::platform::Device> at_hand_{engine::platform::Device{}};
  engine::platform::DeviceId in_use_ = engine::platform::kSystemMouse;
  std::deque<engine::platform::PointerSample> latest_;  // of the device in use, within a second
};

}  // namespace trainer::app
