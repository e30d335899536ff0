// The half minute in which a device is tried: which part comes next, what counts, and what it all says.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/moment.h"
#include "engine/platform/input.h"
#include "engine/sim/calibration.h"
#include "trainer/ui/device_check/device_check_screen.h"

namespace trainer::app {

// It follows the device that presses: another one begins it anew. Samples of pads and buttons are kept out by
// the caller.
class DeviceCheck {
 public:
  // `px_per_mm`: as if the window were skin at working zoom.
  DeviceCheck(const engine::platform::Device& device, double px_per_mm);

  void press(const engine::platform::Device& device, const engine::platform::PointerSample& sample);
  void move(const engine::platform::PointerSample& sample);
  void release(const engine::platform::PointerSample& sample);
  void next_part();  // skips
  void again();

  [[nodiscard]] bool touching() const { return contact_.has_value(); }
  [[nodiscard]] bool done() const { return part_ == parts_.size(); }
  [[nodiscard]] const engine::platform::Device& device() const { return device_; }
  [[nodiscard]] engine::sim::DeviceReport report() const { return engine::sim::examine(recording_); }
  [[nodiscard]] ui::DeviceCheckView view(const ui::LiveDevice& live, engine::core::SteadyTime now_us) const;

 private:
  [[nodiscard]] engine::sim::CheckPart part() const { return parts_[part_]; }
  void begin(const engine::platform::Device& device);

  engine::platform::Device device_;
  std::vector<engine::sim::CheckPart> parts_;
  std::size_t part_ = 0;
  engine::sim::CheckRecording recording_;
  std::optional<engine::sim::CheckContact> contact_;  // going on
  ui::CheckProgress said_;                            // of the last try
};

}  // namespace trainer::app
