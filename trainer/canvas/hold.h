// On while its key is held; a second press within a moment keeps it on until the next one.
#pragma once

#include <cstdint>

namespace trainer::canvas {

class HoldOrLatch {
 public:
  [[nodiscard]] bool on() const { return on_; }
  void down(std::int64_t t_us) {
    constexpr std::int64_t kTwiceUs = 350'000;
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
  static constexpr std::int64_t kNever = -1'000'000'000;

  std::int64_t pressed_us_ = kNever;
};

}  // namespace trainer::canvas
