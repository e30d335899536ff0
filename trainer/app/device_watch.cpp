#include "trainer/app/device_watch.h"

namespace trainer::app {

namespace {

constexpr int kLiftsToKeep = 5;

}  // namespace

void DeviceWatch::lifted(const runner::Attempt& attempt) {
  if (attempt.skin.dots.empty()) return;
  if (asks_ && ++lifts_since_asked_ >= kLiftsToKeep) asks_ = false;
  const auto& device = attempt.skin.device;
  if (device.kind == engine::sim::DeviceKind::Key) return;
  if (worked_with_.empty()) {
    worked_with_.insert(device.name);
  } else if (worked_with_.insert(device.name).second) {
    asks_ = true;
    lifts_since_asked_ = 0;
  }
}

}  // namespace trainer::app
