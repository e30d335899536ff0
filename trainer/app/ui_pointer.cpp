#include "trainer/app/ui_pointer.h"

#include "trainer/app/screen.h"

namespace trainer::app {

namespace platform = engine::platform;

bool UiPointer::feed(const platform::InputEvent& event, const Screen& screen, ImguiHost& imgui) {
  if (const auto* moved = std::get_if<platform::PointerMoved>(&event)) {
    imgui.move(at_ = moved->sample.at);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    press(*pressed, screen, imgui);
    return !screen.owns(at_);
  } else if (const auto* released = std::get_if<platform::PointerReleased>(&event)) {
    release(*released, imgui);
    return !screen.owns(at_);
  } else if (const auto* wheel = std::get_if<platform::WheelTurned>(&event)) {
    if (!screen.owns(at_)) imgui.wheel(wheel->notches);
  } else if (std::holds_alternative<platform::PointerLeft>(event)) {
    imgui.leave();
  } else if (const auto* gone = std::get_if<platform::DeviceGone>(&event)) {
    if (gone->device != platform::kSystemMouse) pen_down_.reset();
  } else if (const auto* near = std::get_if<platform::ProximityChanged>(&event)) {
    if (!near->near && near->sample.device != platform::kSystemMouse) pen_down_.reset();
  }
  return false;
}

void UiPointer::press(const platform::PointerPressed& e, const Screen& screen, ImguiHost& imgui) {
  const bool pen = e.sample.kind != platform::PointerKind::Mouse;
  if (pen && !e.sample.echo) pen_down_ = e.sample.at;
  at_ = e.sample.echo ? pen_down_.value_or(e.sample.at) : e.sample.at;
  imgui.move(at_);
  if ((e.sample.echo || !pen) && !screen.owns(at_)) imgui.press(e.button, true);
}

void UiPointer::release(const platform::PointerReleased& e, ImguiHost& imgui) {
  const bool pen = e.sample.kind != platform::PointerKind::Mouse;
  if (!e.sample.echo) imgui.move(at_ = e.sample.at);
  if (!e.sample.echo && pen) pen_down_.reset();
  if (e.sample.echo || !pen) imgui.press(e.button, false);
}

}  // namespace trainer::app
