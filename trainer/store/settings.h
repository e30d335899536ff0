// What the window remembers between starts. Never part of a score.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/sim/event.h"

namespace trainer::store {

constexpr std::size_t kMaxSettingsBytes = 64u << 10;  // docs/design.md 3
constexpr std::size_t kMaxRememberedViews = 200;
constexpr std::size_t kMaxViewText = 256;  // bytes

constexpr std::size_t kMaxDevices = 64;

// What is known of a device that was used here, by its name.
struct DeviceSettings {
  bool checked = false;                 // else it was only asked whether it shall be
  engine::sim::Calibrated calibration;  // without its time
  bool operator==(const DeviceSettings&) const = default;
};

struct Settings {
  bool first_run_done = false;
  bool left_handed = false;
  std::string theme = "dark";  // dark, light or high_contrast
  double ui_scale = 0.0;       // 0: as the screen says; else 0.5..4
  bool machine_sound = false;  // no sound unless asked for (docs/design.md 7)
  bool press_ticks = false;    // at both ends of the depth band
  int sound_percent = 50;      // 10..100
  bool pen_drawn = true;
  bool reduced_motion = false;
  std::map<std::string, std::string> last_view;  // name of the record -> the window's own words for the view
  std::map<std::string, DeviceSettings> devices;
  bool operator==(const Settings&) const = default;
};

// JSON, keys sorted, at most kMaxSettingsBytes. Precondition: none; views and devices beyond the limits are
// left out.
std::string settings_text(const Settings& settings);
// Error: not JSON, an unknown, repeated or wrong key, a value out of range. Bounded in depth, time and
// memory.
engine::core::Result<Settings> parse_settings(std::string_view text);

// All that is good in them; what is wrong is left out, and stays as it is by itself.
struct GoodSettings {
  Settings settings;
  std::string wrong;  // the first that is left out, and what was expected; empty: nothing is
};
// Error: not JSON.
engine::core::Result<GoodSettings> read_settings(std::string_view text);

}  // namespace trainer::store
