// A room with skin in it that can be looked at: what every one of them does with pointers, keys and the
// picture. Those where a needle works add it.
#pragma once

#include <memory>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/preferences.h"
#include "trainer/app/screen.h"
#include "trainer/canvas/canvas_view.h"

namespace trainer::app {

class CanvasRoom : public Screen {
 public:
  void arrive(const std::string& said) override;
  Next take(const engine::platform::InputEvent& event) override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  [[nodiscard]] bool moving() const override { return view_.moving(); }
  engine::core::Result<void> graphics(Graphics now) override;

 protected:
  CanvasRoom(std::shared_ptr<const assessment::Site> site, canvas::Picture& picture, Preferences& preferences)
      : view_(std::move(site), picture), preferences_(&preferences) {}

  // Where the picture lies in this frame, and the part of it that no panel covers.
  void look_into(const ui::Frame& frame, const ui::Rect& picture, const ui::Rect& free);
  // Where one looks first, and again by R.
  virtual void reset_view() { view_.eye().whole(view_.now_us()); }
  // A place where a needle works is held by whoever works: then nobody else moves anything.
  [[nodiscard]] virtual bool busy_with_another(engine::platform::DeviceId device) const {
    return view_.hand().dragging() && view_.hand().dragged_by() != device;
  }
  // Of a press or a position, where on the picture it is meant.
  [[nodiscard]] virtual engine::platform::PointerSample on_canvas(
      engine::platform::PointerSample sample) const {
    return sample;
  }
  // The part of the lesson that was worked, a little room about it.
  void fit_work();

  canvas::CanvasView view_;
  Preferences* preferences_;
  ui::Frame frame_;

 private:
  bool arrived_ = false;
};

}  // namespace trainer::app
