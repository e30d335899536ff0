#include "trainer/app/devices_in_force.h"
#include "trainer/words/say.h"

namespace trainer::app {

DevicesInForce::DevicesInForce(Sitting& sitting, const Preferences& preferences)
    : sitting_(&sitting), preferences_(&preferences), known_(preferences.calibrations()) {}

std::string DevicesInForce::end_check(engine::core::SteadyTime now_us) {
  sitting_->resume(now_us);
  std::string said;
  for (const auto& [name, calibration] : preferences_->calibrations()) {
    if (known_[name] == calibration) continue;
    known_[name] = calibration;
    sitting_->calibrate(name, calibration, sitting_->time(now_us));
    said = preferences_->device(name).checked
               ? words::say("The device check is in force, here and from now on.")
               : words::say("The device is back to standard values.");
  }
  return said;
}

}  // namespace trainer::app
