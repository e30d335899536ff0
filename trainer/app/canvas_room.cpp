#include "trainer/app/canvas_room.h"

#include <algorithm>

namespace trainer::app {

namespace platform = engine::platform;
using engine::scalp::CanvasPoint;

void CanvasRoom::arrive(const std::string& said) {
  static_cast<void>(said);
  view_.show_again();
  if (std::exchange(arrived_, true)) return;
  reset_view();
  view_.eye().jump();
}

void CanvasRoom::look_into(const ui::Frame& frame, const ui::Rect& picture, const ui::Rect& free) {
  const bool other_scale = arrived_ && frame.scale != frame_.scale;
  frame_ = frame;
  view_.place(picture, free, frame.scale, preferences_->now().reduced_motion);
  if (other_scale) reset_view();
}

Next CanvasRoom::take(const platform::InputEvent& event) {
  auto& hand = view_.hand();
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) {
    if (!e->sample.echo && !busy_with_another(e->sample.device))
      hand.move(on_canvas(e->sample), owns(e->sample.at));
  } else if (const auto* press = std::get_if<platform::PointerPressed>(&event)) {
    if (press->sample.echo || busy_with_another(press->sample.device)) return Stay{};
    hand.move(on_canvas(press->sample), owns(press->sample.at));
    auto on_it = *press;
    on_it.sample = on_canvas(on_it.sample);
    if (owns(press->sample.at) && !hand.dragging() && press->sample.kind != platform::PointerKind::Eraser)
      hand.press(on_it);
  } else if (const auto* release = std::get_if<platform::PointerReleased>(&event)) {
    if (!release->sample.echo && !busy_with_another(release->sample.device)) hand.release();
  } else if (const auto* wheel = std::get_if<platform::WheelTurned>(&event)) {
    if (hand.over()) hand.wheel(wheel->notches);
  } else if (std::holds_alternative<platform::FocusLost>(event)) {
    view_.let_go();
  } else if (const auto* gone = std::get_if<platform::DeviceGone>(&event)) {
    if (hand.dragging() && hand.dragged_by() == gone->device) hand.release();
  } else if (const auto* near = std::get_if<platform::ProximityChanged>(&event)) {
    if (!near->near && hand.dragging() && hand.dragged_by() == near->sample.device) hand.release();
  }
  return Stay{};
}

// Mirror and loupe are held where a needle works.
bool CanvasRoom::can(ui::Command command) const {
  const bool of_the_needle = command == ui::Command::HoldMirror || command == ui::Command::HoldLoupe ||
                             command == ui::Command::ToggleLoupe;
  return canvas::CanvasView::knows(command) && !of_the_needle;
}

Next CanvasRoom::act(const Order& order) {
  view_.act(order.command, order.down, order.number, order.t_us);
  return Stay{};
}

Next CanvasRoom::tick(engine::core::SteadyTime now_us) {
  view_.tick(now_us);
  return Stay{};
}

engine::core::Result<void> CanvasRoom::graphics(Graphics now) {
  return now == Graphics::Back ? view_.restore() : engine::core::Result<void>{};
}

void CanvasRoom::fit_work() {
  constexpr std::int32_t kRoomUm = 3000;
  const auto& targets = view_.site().targets();
  if (targets.empty()) return view_.eye().whole(view_.now_us());
  const auto& outline = targets[0].zone.outline;
  CanvasPoint low = outline[0], high = outline[0];
  for (const auto& p : outline) {
    low = {std::min(low.u_um, p.u_um), std::min(low.v_um, p.v_um)};
    high = {std::max(high.u_um, p.u_um), std::max(high.v_um, p.v_um)};
  }
  view_.eye().fit({low.u_um - kRoomUm, low.v_um - kRoomUm}, {high.u_um + kRoomUm, high.v_um + kRoomUm},
                  view_.now_us());
}

}  // namespace trainer::app
