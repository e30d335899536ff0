// The other hand, which holds the skin taut where the lesson leaves that to the trainee.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/sitting.h"
#include "trainer/canvas/hold.h"

namespace trainer::app {

class OwnStretch {
 public:
  void down(engine::core::SteadyTime t_us) { held_.down(t_us); }
  void up() { held_.up(); }
  void toggle() { held_.toggle(); }
  // The skin as taut as it is held, from that time of the attempt on. A sentence where that cannot be.
  std::string apply(Sitting& sitting, engine::core::AttemptTime t_us) const;

 private:
  canvas::HoldOrLatch held_;
};

}  // namespace trainer::app
