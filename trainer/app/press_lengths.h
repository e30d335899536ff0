// Whether a mouse or touchpad tells how long it is pressed: without a pen that alone says how deep a dot
// goes.
#pragma once

#include <deque>

#include "engine/core/moment.h"

namespace trainer::app {

class PressLengths {
 public:
  enum class Fault {
    None,
    NoLength,  // taps that press and release at once: how deep they went is not known
    AllAlike   // as long as one another to the millisecond: the device's length, not the hand's
  };

  // A press that ended. What has come to light with it and was not known before; `None` for all else.
  Fault pressed_for(engine::core::Span held);
  // False while the latest presses have no length.
  [[nodiscard]] bool told() const { return !without_; }

 private:
  [[nodiscard]] bool latest(std::size_t count, engine::core::Span low, engine::core::Span high) const;

  std::deque<engine::core::Span> held_;  // the latest, oldest first
  bool without_ = false, said_alike_ = false;
};

}  // namespace trainer::app
