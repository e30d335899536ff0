// What points at the window: followed, checked, calibrated, and asked about when it changes in the middle of
// a lesson.
#include "engine/platform/clock.h"
#include "trainer/app/app.h"

namespace trainer::app {

namespace platform = engine::platform;

namespace {

constexpr double kCheckPxPerMm = 14.0;  // points: the window as skin at working zoom
constexpr int kLiftsToKeep = 5;         // whoever goes on so long wants to go on

ui::Point point(Vec2 p) {
  return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

}  // namespace

Calibrations App::calibrations() const {
  Calibrations all;
  for (const auto& [name, device] : settings_.devices) all[name] = device.calibration;
  return all;
}

engine::sim::Calibrated App::calibration_in_use() const {
  const auto known = settings_.devices.find(pointers_.in_use().name);
  return known != settings_.devices.end() ? known->second.calibration : engine::sim::Calibrated{};
}

void App::follow_devices(const platform::InputEvent& event) {
  pointers_.follow(event);
  if (sheet_ == Sheet::DeviceCheck && check_) feed_check(event);
  if (const auto* e = std::get_if<platform::DeviceGone>(&event);
      e != nullptr && check_ && check_->touching() && check_->device().id == e->device)
    check_->again();
  const auto* up = std::get_if<platform::PointerReleased>(&event);
  if (up != nullptr && !up->sample.echo && sheet_ == Sheet::None) ask_about_device();
}

void App::feed_check(const platform::InputEvent& event) {
  const auto pad = ui::device_check_layout(frame_rect()).pad;
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) {
    const bool tip = e->button == platform::Button::Left;
    if (tip && !e->sample.echo && pad.contains(point(e->sample.at)))
      check_->press(pointers_.in_use(), e->sample);
  }
  if (const auto* e = std::get_if<platform::PointerMoved>(&event); e != nullptr && !e->sample.echo)
    check_->move(e->sample);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event);
      e != nullptr && !e->sample.echo && e->button == platform::Button::Left)
    check_->release(e->sample);
}

// Another device than the one that the work began with has set a dot: asked once, and on record already.
void App::ask_about_device() {
  if (screen_ != Screen::Work || !sitting_ || sitting_->read_only() || sitting_->attempt().skin.dots.empty())
    return;
  if (device_choice_ && ++lifts_since_asked_ >= kLiftsToKeep) device_choice_ = false;
  const auto& device = sitting_->attempt().skin.device;
  if (device.kind == engine::sim::DeviceKind::Key) return;
  if (worked_with_.empty()) {
    worked_with_.insert(device.name);
  } else if (worked_with_.insert(device.name).second) {
    device_choice_ = true;
    lifts_since_asked_ = 0;
  }
}

void App::open_check() {
  interrupt(platform::steady_us());
  if (sitting_) sitting_->pause(platform::steady_us());  // the lesson waits
  check_ = std::make_unique<DeviceCheck>(pointers_.in_use(), kCheckPxPerMm * ui_.scale);
  device_choice_ = false;
  ui_.focus.at = 0;
  sheet_ = Sheet::DeviceCheck;
}

void App::close_check() {
  sheet_ = Sheet::None;
  check_.reset();
  if (sitting_) sitting_->resume(platform::steady_us());
}

void App::use_check() {
  if (!check_) return;
  const auto report = check_->report();
  keep_device(check_->device().name, {.checked = true, .calibration = report.calibration});
  if (report.left_handed && *report.left_handed != settings_.left_handed) act(ui::Command::ToggleLeftHanded);
  message_ = "The device check is in force, here and from now on.";
  close_check();
}

void App::reset_device() {
  const std::string name = check_ ? check_->device().name : pointers_.in_use().name;
  keep_device(name, {.checked = false, .calibration = {}});
  message_ = "The device is back to standard values.";
  close_check();
}

void App::keep_device(const std::string& name, const store::DeviceSettings& device) {
  if (settings_.devices.size() < store::kMaxDevices || settings_.devices.contains(name))
    settings_.devices[name] = device;
  save_settings();
  if (sitting_ && !sitting_->read_only())
    sitting_->calibrate(name, device.calibration, sitting_->time(now_us_));
}

void App::let_device_be() {
  device_choice_ = false;
  const auto& name = pointers_.in_use().name;
  if (!settings_.devices.contains(name)) keep_device(name, {});
}

}  // namespace trainer::app
