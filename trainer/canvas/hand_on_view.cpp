#include "trainer/canvas/hand_on_view.h"

#include <cmath>

namespace trainer::canvas {

using engine::platform::Button;

namespace {

constexpr double kZoomStep = 1.15;  // of a notch or a press

}  // namespace

void HandOnView::press(const engine::platform::PointerPressed& e) {
  pointer_ = e.sample.at;
  dragged_by_ = e.sample.device;
  const bool pen = e.sample.kind != engine::platform::PointerKind::Mouse;
  if (pen && e.button != Button::Left) {  // on its barrel
    drag_ = Button::Right;
  } else if (e.button == Button::Left && !by_hand_) {
    if (!tape_->loose())
      drag_ = eye_->lens().head() ? Button::Right : Button::Middle;
    else if (const auto end = eye_->lens().pick(pointer_))  // it is in the hand
      tape_->press(*end);
  } else if (e.button != Button::Other) {
    drag_ = e.button == Button::Left ? Button::Middle : e.button;
  }
}

void HandOnView::move(const engine::platform::PointerSample& sample, bool over) {
  const Vec2 before = pointer_;
  pointer_ = sample.at;
  over_ = over;
  if (drag_) eye_->moves().drag(before, pointer_, *drag_, sample.modifiers.ctrl);
}

void HandOnView::wheel(double notches) {
  eye_->moves().zoom(pointer_, std::pow(kZoomStep, notches));
}

void HandOnView::step(int notches) {
  eye_->moves().zoom(over_at().value_or(eye_->lens().middle()), notches > 0 ? kZoomStep : 1.0 / kZoomStep);
}

}  // namespace trainer::canvas
