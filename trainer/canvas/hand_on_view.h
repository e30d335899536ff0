// The hand on the view: where its pointer is, and the picture that it drags.
#pragma once

#include <optional>

#include "engine/platform/input.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/tape.h"

namespace trainer::canvas {

// Pixels of the window.
class HandOnView {
 public:
  // Both must outlive it.
  HandOnView(Eye& eye, Tape& tape) : eye_(&eye), tape_(&tape) {}

  void press(const engine::platform::PointerPressed& e);  // begins a drag, or places the tape's end
  void move(const engine::platform::PointerSample& sample, bool over);
  void release() { drag_.reset(); }
  void wheel(double notches);
  void step(int notches);                        // where the pointer is, or in the middle
  void move_picture(bool on) { by_hand_ = on; }  // with the left button, while a key is held
  void let_go() { drag_.reset(), by_hand_ = false; }

  [[nodiscard]] bool dragging() const { return drag_.has_value(); }
  [[nodiscard]] engine::platform::DeviceId dragged_by() const { return dragged_by_; }
  [[nodiscard]] bool by_hand() const { return by_hand_; }  // the left button moves the picture
  [[nodiscard]] Vec2 pointer() const { return pointer_; }
  [[nodiscard]] bool over() const { return over_; }  // the pointer is over the canvas
  [[nodiscard]] std::optional<Vec2> over_at() const { return over_ ? std::optional(pointer_) : std::nullopt; }

 private:
  Eye* eye_;
  Tape* tape_;
  std::optional<engine::platform::Button> drag_;
  engine::platform::DeviceId dragged_by_ = engine::platform::kSystemMouse;
  bool by_hand_ = false;
  Vec2 pointer_{-1.0};
  bool over_ = false;
};

}  // namespace trainer::canvas
