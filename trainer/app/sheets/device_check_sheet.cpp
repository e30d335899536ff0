#include "trainer/app/sheets/device_check_sheet.h"

#include "trainer/app/house.h"

namespace trainer::app {

namespace platform = engine::platform;
using ui::Command;

namespace {

constexpr double kCheckPxPerMm = 14.0;  // points: the window as skin at working zoom

}  // namespace

Push device_check_sheet() {
  return {[](House& house) { return std::make_unique<DeviceCheckSheet>(house.devices, house.preferences); }};
}

void DeviceCheckSheet::place(const ui::Frame& frame) {
  Sheet::place(frame);
  if (check_ == nullptr)
    check_ =
        std::make_unique<DeviceCheck>(devices_->in_use(), kCheckPxPerMm * static_cast<double>(frame.scale));
}

Next DeviceCheckSheet::take(const platform::InputEvent& event) {
  const auto pad = ui::device_check_layout(frame_).pad;
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) {
    const ui::Point at{static_cast<float>(e->sample.at.x), static_cast<float>(e->sample.at.y)};
    if (e->button == platform::Button::Left && !e->sample.echo && pad.contains(at))
      check_->press(devices_->in_use(), e->sample);
  } else if (const auto* moved = std::get_if<platform::PointerMoved>(&event)) {
    if (!moved->sample.echo) check_->move(moved->sample);
  } else if (const auto* up = std::get_if<platform::PointerReleased>(&event)) {
    if (!up->sample.echo && up->button == platform::Button::Left) check_->release(up->sample);
  } else if (const auto* gone = std::get_if<platform::DeviceGone>(&event)) {
    if (check_->touching() && check_->device().id == gone->device) check_->again();
  }
  return Stay{};
}

bool DeviceCheckSheet::can(Command command) const {
  switch (command) {
    case Command::CheckNextPart:
    case Command::CheckAgain:
    case Command::UseCheck:
    case Command::ResetDevice:
      return true;
    default:
      return Sheet::can(command);
  }
}

Next DeviceCheckSheet::act(const Order& order) {
  switch (order.command) {
    case Command::CheckNextPart:
      check_->next_part();
      return Stay{};
    case Command::CheckAgain:
      check_->again();
      return Stay{};
    case Command::UseCheck:
      return use();
    case Command::ResetDevice:
      return reset();
    case Command::Proceed:
      return proceed();
    default:
      return Pop{};
  }
}

// Enter takes what was found, or begins anew where that does not reach the band.
Next DeviceCheckSheet::proceed() {
  if (!check_->done()) return Stay{};
  const auto report = check_->report();
  if (!report.press_us) return Pop{};
  return act(
      {.command = report.reach == engine::sim::Reach::Centre ? Command::UseCheck : Command::CheckAgain});
}

Next DeviceCheckSheet::use() {
  const auto report = check_->report();
  preferences_->keep_device(check_->device().name, {.checked = true, .calibration = report.calibration});
  if (report.left_handed && *report.left_handed != preferences_->now().left_handed)
    preferences_->change([&](store::Settings& s) { s.left_handed = *report.left_handed; });
  return Pop{};
}

Next DeviceCheckSheet::reset() {
  preferences_->keep_device(check_->device().name, {.checked = false, .calibration = {}});
  return Pop{};
}

Next DeviceCheckSheet::tick(engine::core::SteadyTime now_us) {
  now_us_ = now_us;
  return Stay{};
}

void DeviceCheckSheet::draw(ui::Ui& ui, Asked& asked) {
  const auto in_force = preferences_->device(devices_->in_use().name).calibration;
  ui::IntentsOf<> intents;
  ui::draw_device_check(ui, frame_, check_->view(devices_->live(in_force), now_us_), intents);
  ask(intents, *this, asked);
}

}  // namespace trainer::app
