// From the window to the screen on top.
#include "engine/platform/clock.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/help_sheet.h"
#include "trainer/app/sheets/settings_sheet.h"
#include "trainer/app/shell.h"

namespace trainer::app {

namespace platform = engine::platform;
using platform::Key;
using ui::Command;

namespace {

// What is told to the room below a sheet too: where the pointer is, and what lets go.
bool reaches_below(const platform::InputEvent& event) {
  return !std::holds_alternative<platform::PointerPressed>(event) &&
         !std::holds_alternative<platform::WheelTurned>(event);
}

}  // namespace

bool Shell::handle(const platform::InputEvent& event) {
  feel_.remember(event);
  devices_.follow(event);
  testimony_.remember(event);
  const bool control = pointer_.take(event, top(), *imgui_);
  if (const auto* key = std::get_if<platform::KeyChanged>(&event)) {
    handle_key(*key);
    return control;
  }
  if (std::holds_alternative<platform::CloseAsked>(event)) {  // everything is saved; home offers to go on
    static_cast<void>(stack_[room()]->take(platform::WindowHidden{platform::steady_us()}));
    quit_ = true;
    return control;
  }
  if (top().kind() == Screen::Kind::Sheet && reaches_below(event))
    static_cast<void>(stack_[room()]->take(event));
  follow(top().take(event));
  return control;
}

void Shell::handle_key(const platform::KeyChanged& key) {
  const bool left_handed = preferences_.now().left_handed;
  if (!key.down) {
    for (const auto& end : ui::endings(key, left_handed))
      follow(stack_[room()]->act({.command = end.command, .down = false, .t_us = key.t_us}));
    return;
  }
  if (key.key == Key::Enter && ui_.focus.at != 0) {
    ui_.focus.press = true;
    return;
  }
  if (key.key == Key::Escape && ui_.focus.at != 0) {
    ui_.focus.at = 0;
    return;
  }
  for (const auto& meaning : ui::meanings(key, left_handed)) {
    const Order order{.command = meaning.command, .number = meaning.number, .t_us = key.t_us};
    if (top().can(meaning.command)) return follow(top().act(order));
    if (act_for_all(order)) return;
  }
}

void Shell::order(const Order& order) {
  if (top().can(order.command))
    follow(top().act(order));
  else
    static_cast<void>(act_for_all(order));
}

bool Shell::act_for_all(const Order& order) {
  if (feel_.needle_down()) return false;
  switch (order.command) {
    case Command::OpenHelp:
      show_sheet(help_sheet());
      return true;
    case Command::OpenSettings:
      show_sheet(settings_sheet());
      return true;
    case Command::OpenAbout:
      show_sheet(about_sheet());
      return true;
    case Command::OpenDeviceCheck:
      show_sheet(device_check_sheet().open);
      return true;
    case Command::RepeatFirstRun:
      stack_.resize(1);
      follow(first_minutes());
      return true;
    case Command::FocusNext:
    case Command::FocusBack:
      ui_.focus.move(order.command == Command::FocusNext ? 1 : -1);
      return true;
    case Command::FullScreen:
      window_.toggle_full_screen();
      return true;
    case Command::Quit:
      quit_ = true;
      return true;
    default:
      return false;
  }
}

// A key that was meant for the screen before must not press a button of the one after.
void Shell::drop_input() {
  for (auto& event : window_.wait(std::chrono::milliseconds{0})) {
    if (std::holds_alternative<platform::CloseAsked>(event)) quit_ = true;
    devices_.follow(event);
  }
  waiting_.clear();
}

}  // namespace trainer::app
