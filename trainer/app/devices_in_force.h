// The calibrations that a sitting works with, while the device check may change them on a sheet above it.
#pragma once

#include <string>

#include "engine/core/moment.h"
#include "trainer/app/preferences.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

class DevicesInForce {
 public:
  // Both must outlive it. The sitting has begun with what the preferences know of devices.
  DevicesInForce(Sitting& sitting, const Preferences& preferences);

  // The lesson waits while the check lasts.
  void begin_check(engine::core::SteadyTime now_us) { sitting_->pause(now_us); }
  // The lesson goes on. What the preferences have learnt of devices since is in force at once, and nothing
  // else is touched: what `[` and `]` have shifted stays. A sentence where something changed.
  std::string end_check(engine::core::SteadyTime now_us);

 private:
  Sitting* sitting_;
  const Preferences* preferences_;
  Calibrations known_;
};

}  // namespace trainer::app
