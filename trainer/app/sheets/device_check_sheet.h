// The half minute in which a device is tried.
#pragma once

#include <memory>

#include "engine/core/moment.h"
#include "trainer/app/device_check.h"
#include "trainer/app/devices.h"
#include "trainer/app/preferences.h"
#include "trainer/app/sheets/sheet.h"

namespace trainer::app {

class DeviceCheckSheet : public Sheet {
 public:
  DeviceCheckSheet(const Devices& devices, Preferences& preferences)
      : devices_(&devices), preferences_(&preferences) {}

  void place(const ui::Frame& frame) override;
  Next take(const engine::platform::InputEvent& event) override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;
  Next act_on(const ui::IntentsOf<>::One& intent) { return act_or_pass(std::get<ui::Command>(intent)); }
  [[nodiscard]] bool moving() const override { return check_ != nullptr && check_->touching(); }
  [[nodiscard]] const DeviceCheck* check() const { return check_.get(); }

 private:
  Next proceed();
  Next use();
  Next reset();

  const Devices* devices_;
  Preferences* preferences_;
  std::unique_ptr<DeviceCheck> check_;  // once it is known how large the window's millimetres are
  engine::core::SteadyTime now_us_{};
};

Push device_check_sheet();

}  // namespace trainer::app
