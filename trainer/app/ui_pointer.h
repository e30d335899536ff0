// The interface is pressed by the system's pointer alone, whoever moves it: a pen's own samples move it, the
// echo that the system makes of them presses.
#pragma once

#include <optional>

#include "engine/platform/input.h"
#include "trainer/app/imgui_host.h"

namespace trainer::app {

class Screen;

class UiPointer {
 public:
  // What is pressed is the screen's where it owns the place. True where the event pressed or released
  // something of the interface, which must see that before what came after.
  bool feed(const engine::platform::InputEvent& event, const Screen& screen, ImguiHost& imgui);

 private:
  void press(const engine::platform::PointerPressed& e, const Screen& screen, ImguiHost& imgui);
  void release(const engine::platform::PointerReleased& e, ImguiHost& imgui);

  engine::geometry::Vec2 at_{-1.0};
  // Where a pen went down, until it is up; its echo may lie where it was before. The place decides, not what
  // was pressed last: the echo may come before the pen's own press.
  std::optional<engine::geometry::Vec2> pen_down_;
};

}  // namespace trainer::app
