// The hand that holds the needle: from what a pointer does over the skin to what happens in the attempt. No
// picture, no interface: whoever owns it says which presses are the needle's.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/moment.h"
#include "engine/platform/input.h"
#include "trainer/app/devices.h"
#include "trainer/app/press_lengths.h"
#include "trainer/app/sitting.h"
#include "trainer/canvas/eye.h"

namespace trainer::app {

class NeedleHand {
 public:
  // All must outlive it. `eye`: which skin lies under a pixel.
  NeedleHand(Sitting& sitting, canvas::Eye& eye, const Devices& devices);

  // Into the skin. `by_key`: without a button, so without pressure. `in_use`: what the device check found of
  // this hand; `left_handed`: for the names of keys. A sentence where that cannot be, empty where it is in
  // the skin or beside it.
  std::string press(const engine::platform::PointerSample& hand, bool by_key,
                    const engine::sim::Calibrated& in_use, bool left_handed = false);
  void move(const engine::platform::PointerSample& hand);
  // A sentence where something was refused, or where the device turns out not to tell how long it is pressed.
  std::string lift(const engine::platform::PointerSample& hand);
  // Lifted where it is: the window was hidden, the skin would move under it.
  void interrupt(engine::core::SteadyTime t_us);

  [[nodiscard]] bool down() const { return down_; }
  [[nodiscard]] bool by_key() const { return by_key_; }
  // Of the last press.
  [[nodiscard]] engine::core::SteadyTime down_us() const { return down_us_; }
  [[nodiscard]] engine::platform::DeviceId device() const { return device_; }  // whose contact it is
  // How long the contact has lasted.
  [[nodiscard]] engine::core::Span held_us(engine::core::SteadyTime now_us) const {
    return now_us > down_us_ ? now_us - down_us_ : engine::core::Span{};
  }
  // The attempt's time for a moment of the steady clock. In the middle of a contact it keeps that contact's
  // clock: its times all move together, or its length would change.
  [[nodiscard]] engine::core::AttemptTime time(engine::core::SteadyTime t_us) const;

 private:
  [[nodiscard]] engine::sim::NeedleSample sample(const engine::platform::PointerSample& hand,
                                                 engine::scalp::CanvasPoint at, bool contact) const;
  void note_view(engine::core::AttemptTime t_us);
  void use_device(const engine::platform::PointerSample& hand, bool by_key, engine::core::AttemptTime t_us);
  std::string judge_length(engine::core::SteadyTime lift_us);
  void set_upright(engine::scalp::CanvasPoint at, engine::core::AttemptTime t_us, engine::sim::Tilt found);

  Sitting* sitting_;
  canvas::Eye* eye_;
  const Devices* devices_;
  PressLengths lengths_;  // of the mouse
  bool down_ = false, by_key_ = false, left_handed_ = false;
  engine::core::SteadyTime down_us_;
  engine::core::Span shift_us_;
  engine::platform::DeviceId device_ = engine::platform::kSystemMouse;
};

}  // namespace trainer::app
