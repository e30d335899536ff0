// Ticks where a press comes to the ends of the band of right depths, ordered from the sound's desk: ahead
// where time makes the depth, at the moment where the pen measures it.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "engine/platform/machine_voice.h"
#include "trainer/canvas/press_band.h"

namespace trainer::app {

class BandTicks {
 public:
  // Once a turn while the needle is in the skin (`skin.contact`). `band`: what is asked there. Steady clock,
  // us: the beginning of the press, and now.
  void follow(const engine::sim::State& skin, const engine::skin::Band& band,
              engine::core::SteadyTime down_us, engine::core::SteadyTime now_us,
              engine::platform::VoiceDesk& desk);
  // It is not, or no longer: what has not sounded stays silent.
  void lift(engine::platform::VoiceDesk& desk);

 private:
  canvas::BandWatch watch_;
  std::optional<engine::core::SteadyTime> ticked_us_;  // beginning of the press whose ticks are known
};

}  // namespace trainer::app
