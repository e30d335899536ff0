// What a person has set, written down at once, by another thread.
#pragma once

#include <string>

#include "trainer/app/sitting.h"
#include "trainer/store/profile.h"
#include "trainer/store/settings.h"
#include "trainer/ui/kit/theme.h"

namespace trainer::app {

class Preferences {
 public:
  // `profile` must outlive it. What cannot be read is told by `trouble`, and standard values stand.
  explicit Preferences(const store::Profile& profile);

  [[nodiscard]] const store::Settings& now() const { return settings_; }
  [[nodiscard]] ui::Theme theme() const;
  void set_theme(ui::Theme theme);
  template <class Change>
  void change(Change change) {
    change(settings_);
    save();
  }

  // Of a device by its name; standard values where it was never checked.
  [[nodiscard]] store::DeviceSettings device(const std::string& name) const;
  [[nodiscard]] bool knows(const std::string& device) const { return settings_.devices.contains(device); }
  void keep_device(const std::string& name, const store::DeviceSettings& device);
  [[nodiscard]] Calibrations calibrations() const;

  // A sentence, once: why they could not be read or written.
  std::string trouble();

 private:
  void save();

  const store::Profile* profile_;
  store::Settings settings_;
  std::string trouble_;
};

}  // namespace trainer::app
