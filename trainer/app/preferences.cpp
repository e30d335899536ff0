#include "trainer/app/preferences.h"

#include <utility>

#include "trainer/words/saving.h"

namespace trainer::app {

Preferences::Preferences(const store::Profile& profile) : profile_(&profile) {
  auto recalled = profile.recall_settings();
  settings_ = std::move(recalled.settings);
  if (recalled.trouble) {
    const auto why = engine::core::describe(*recalled.trouble);
    trouble_ = recalled.in_part ? words::setting_left_out(why) : why;
  }
  if (const auto& why = profile.why_unsaved(); !why.empty())
    trouble_ = words::nothing_saved_here(profile.folder(), why);
}

ui::Theme Preferences::theme() const {
  if (settings_.theme == "light") return ui::Theme::Light;
  return settings_.theme == "high_contrast" ? ui::Theme::HighContrast : ui::Theme::Dark;
}

void Preferences::set_theme(ui::Theme theme) {
  change([&](store::Settings& s) {
    s.theme = theme == ui::Theme::Light          ? "light"
              : theme == ui::Theme::HighContrast ? "high_contrast"
                                                 : "dark";
  });
}

store::DeviceSettings Preferences::device(const std::string& name) const {
  const auto known = settings_.devices.find(name);
  return known != settings_.devices.end() ? known->second : store::DeviceSettings{};
}

void Preferences::keep_device(const std::string& name, const store::DeviceSettings& device) {
  if (settings_.devices.size() < store::kMaxDevices || knows(name)) settings_.devices[name] = device;
  save();
}

Calibrations Preferences::calibrations() const {
  Calibrations all;
  for (const auto& [name, device] : settings_.devices) all[name] = device.calibration;
  return all;
}

std::string Preferences::trouble() {
  if (const auto trouble = profile_->save_trouble()) trouble_ = words::settings_unsaved(trouble->message);
  return std::exchange(trouble_, {});
}

void Preferences::save() {
  profile_->save_soon(settings_);
}

}  // namespace trainer::app
