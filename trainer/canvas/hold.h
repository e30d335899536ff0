// On while its key is held; a second press within a moment keeps it on until the next one.
#pragma once

#include <cstdint>

#include "engine/core/moment.h"

namespace trainer::canvas {

class HoldOrLatch {
 public:
  [[nodiscard]] bool on() const { return on_; }
  void down(engine::core::SteadyTime t_us) {
    constexpr engine::core::Span kTwiceUs{350'000};
    const bool was_latched = latched_;
    latched_ = !was_latched && t_us - pressed_us_ < kTwiceUs;
    on_ = !was_latched;
    pressed_us_ =
        was_latched || latched_ ? kNever : t_us;  // a press is the first or the second of two, not both
  }
  void up() {
    if (!latched_) on_ = false;
  }
  void toggle() { on_ = latched_ = !on_; }

 private:
  bool on_ = false, latched_ = false;
  static constexpr engine::core::SteadyTime kNever{-1'000'000'000};

  engine::core::SteadyTime pressed_us_ = kNever;
};

}  // namespace trainer::canvas
