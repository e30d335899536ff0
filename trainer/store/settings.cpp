#include "trainer/store/settings.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "engine/sim/calibration_limits.h"
#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::fail;
using engine::core::Result;
using nlohmann::json;

namespace {

bool* flag_named(Settings& settings, std::string_view key) {
  if (key == "first_run_done") return &settings.first_run_done;
  if (key == "left_handed") return &settings.left_handed;
  if (key == "machine_sound") return &settings.machine_sound;
  if (key == "press_ticks") return &settings.press_ticks;
  if (key == "pen_drawn") return &settings.pen_drawn;
  if (key == "reduced_motion") return &settings.reduced_motion;
  return nullptr;
}

// One table for writing and reading: the numbers of a device and their ranges (engine/sim/event.h).
template <class Device, class Visit>
bool device_numbers(Device& d, Visit visit) {
  auto& c = d.calibration;
  return visit("minimum_pressure", c.minimum_pressure, 0, engine::sim::kFullPressure) ||
         visit("maximum_pressure", c.maximum_pressure, 1, engine::sim::kFullPressure) ||
         visit("curve_permille", c.curve_gamma_permille, 1, 10'000) ||
         visit("press_time_permille", c.press_time_permille, engine::sim::kLeastPressTime,
               engine::sim::kMostPressTime) ||
         visit("upright_right_ddeg", c.upright.x_ddeg, -450, 450) ||
         visit("upright_up_ddeg", c.upright.y_ddeg, -450, 450);
}

// Reads event by event, because a document tree of hostile JSON costs memory and stack without bound. Strict:
// it ends at what is wrong; else that is passed over, with all that lies in it.
class Reader : public nlohmann::json_sax<json> {
 public:
  explicit Reader(bool strict) : strict_(strict) {}
  Settings settings;
  std::string problem;  // the first
  bool broken = false;  // no JSON at all
  // Where a number stands that no double can hold, if that is what broke it.
  std::optional<std::pair<std::size_t, std::size_t>> number_too_large;  // from, how many bytes

  bool null() override { return passed() || wrong("a value"); }
  bool boolean(bool value) override {
    if (passed()) return true;
    bool* const flag = depth_ == 3 && key_ == "checked" ? &device_->checked
                       : depth_ == 1                    ? flag_named(settings, key_)
                                                        : nullptr;
    if (flag == nullptr) return wrong("another kind of value");
    *flag = value;
    return true;
  }
  bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool string(string_t& value) override {
    if (passed()) return true;
    if (depth_ == 1 && key_ == "theme") {
      if (value != "dark" && value != "light" && value != "high_contrast")
        return wrong("dark, light or high_contrast");
      settings.theme = value;
      return true;
    }
    if (depth_ != 2 || device_ != nullptr || in_devices_ || value.size() > kMaxViewText ||
        settings.last_view.size() >= kMaxRememberedViews)
      return wrong("another kind of value, or fewer");
    settings.last_view[key_] = value;
    return true;
  }
  bool binary(binary_t&) override { return wrong("a value"); }
  bool start_object(std::size_t) override {
    if (enters_passed()) return true;
    if (depth_ == 1 && key_ != "last_view" && key_ != "devices") return pass_over("another kind of value");
    if (depth_ == 3 || (depth_ == 2 && !in_devices_)) return pass_over("a text");
    if (depth_ == 1) in_devices_ = key_ == "devices";
    if (depth_ == 2) {
      if (key_.size() > kMaxDeviceName || settings.devices.size() >= kMaxDevices)
        return pass_over("a shorter name, or fewer");
      device_ = &settings.devices[key_];
      seen_of_device_.clear();
    }
    ++depth_;
    return true;
  }
  bool end_object() override {
    if (passing_ > 0) return leave_passed();
    --depth_;
    if (depth_ == 2 && device_ != nullptr &&
        device_->calibration.minimum_pressure >= device_->calibration.maximum_pressure) {
      *device_ = {};  // as one that was never checked
      if (!wrong("less than the maximum pressure")) return false;
    }
    if (depth_ == 2) device_ = nullptr;
    if (depth_ == 1) in_devices_ = false;
    return true;
  }
  bool start_array(std::size_t) override { return enters_passed() || pass_over("no list"); }
  bool end_array() override { return passing_ == 0 || leave_passed(); }
  bool key(string_t& value) override {
    if (passing_ > 0) return true;
    key_ = value;
    const bool good = check_key();
    pass_next_ = !good && !strict_;
    return good || pass_next_;
  }
  bool parse_error(std::size_t position, const std::string& token, const json::exception& error) override {
    broken = true;
    constexpr int kNumberTooLarge = 406;  // nlohmann's out_of_range
    if (error.id == kNumberTooLarge && position >= token.size())
      number_too_large = {position - token.size(), token.size()};
    problem = "not JSON at byte " + std::to_string(position);
    return false;
  }

 private:
  // Whether it goes on.
  bool wrong(const std::string& expected) {
    if (problem.empty()) problem = "`" + key_.substr(0, 64) + "`: expected " + expected;
    return !strict_ && depth_ > 0;
  }
  bool check_key() {
    const auto once = [this](bool first, const char* expected) {
      if (!first) static_cast<void>(wrong(expected));
      return first;
    };
    if (depth_ == 3) return once(seen_of_device_.insert(key_).second, "every key once");
    if (depth_ == 2 && in_devices_) return once(settings.devices.count(key_) == 0, "every device once");
    if (depth_ == 2) return once(settings.last_view.count(key_) == 0, "every record once");
    const bool known = flag_named(settings, key_) != nullptr || key_ == "sound_percent" ||
                       key_ == "ui_scale" || key_ == "theme" || key_ == "last_view" || key_ == "devices";
    return once(known && seen_.insert(key_).second, "a known key, once");
  }
  // A single value that is of no use, as its key said, or because it lies in something that is passed over.
  bool passed() { return std::exchange(pass_next_, false) || passing_ > 0; }
  bool enters_passed() {
    if (!passed()) return false;
    ++passing_;
    return true;
  }
  bool leave_passed() {
    --passing_;
    return true;
  }
  bool pass_over(const std::string& expected) {
    ++passing_;
    return wrong(expected);
  }
  bool number_of_device(double value) {
    const bool taken = device_numbers(*device_, [&](const char* name, auto& field, int low, int high) {
      if (key_ != name || !(value >= low && value <= high) ||
          value != static_cast<double>(static_cast<int>(value)))
        return false;
      field = static_cast<std::remove_reference_t<decltype(field)>>(value);
      return true;
    });
    return taken || wrong("a number of a device, within its range");
  }
  bool number(double value) {
    if (passed()) return true;
    if (depth_ == 1 && key_ == "sound_percent") {
      if (!(value >= 10.0 && value <= 100.0)) return wrong("10 to 100");
      settings.sound_percent = static_cast<int>(value);
      return true;
    }
    if (depth_ == 3) return number_of_device(value);
    if (depth_ != 1 || key_ != "ui_scale") return wrong("another kind of value");
    if (value != 0.0 && (value < 0.5 || value > 4.0)) return wrong("0 or 0.5 to 4");
    settings.ui_scale = value;
    return true;
  }

  const bool strict_;
  bool pass_next_ = false;  // the value of a key that is wrong
  int passing_ = 0;         // so deep in what is passed over
  int depth_ = 0;
  bool in_devices_ = false;
  DeviceSettings* device_ = nullptr;  // that is being read
  std::string key_;
  std::set<std::string> seen_, seen_of_device_;
};

// The parser gives up at a number like 1e400, whose field alone is of no use. A null in its place is a value
// that is passed over. False: there is no such number.
bool null_for_number(std::string& text, const Reader& reader) {
  constexpr std::string_view kNull = "null";
  if (!reader.number_too_large) return false;
  const auto [from, length] = *reader.number_too_large;
  if (length < kNull.size() || from + length > text.size()) return false;
  text.replace(from, length, std::string(kNull) + std::string(length - kNull.size(), ' '));
  return true;
}

std::string written(const Settings& settings) {
  json views = json::object();
  for (const auto& [record, view] : settings.last_view)
    if (views.size() < kMaxRememberedViews && view.size() <= kMaxViewText && record.size() <= 255)
      views[record] = view;
  json devices = json::object();
  for (const auto& [name, device] : settings.devices) {
    if (devices.size() >= kMaxDevices || name.size() > kMaxDeviceName) continue;
    json one = {{"checked", device.checked}};
    device_numbers(device, [&](const char* key, const auto& field, int, int) {
      one[key] = field;
      return false;
    });
    devices[name] = std::move(one);
  }
  const json all = {{"devices", std::move(devices)},
                    {"first_run_done", settings.first_run_done},
                    {"left_handed", settings.left_handed},
                    {"machine_sound", settings.machine_sound},
                    {"press_ticks", settings.press_ticks},
                    {"sound_percent", settings.sound_percent},
                    {"pen_drawn", settings.pen_drawn},
                    {"reduced_motion", settings.reduced_motion},
                    {"theme", settings.theme},
                    {"ui_scale", settings.ui_scale},
                    {"last_view", std::move(views)}};
  return all.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string settings_text(const Settings& settings) {
  Settings kept = settings;
  std::string text = written(kept);
  // What is longer than the reader takes would be set aside with everything in it: some views go instead.
  while (text.size() > kMaxSettingsBytes && !kept.last_view.empty()) {
    const auto half = static_cast<std::ptrdiff_t>(kept.last_view.size() / 2);
    kept.last_view.erase(std::next(kept.last_view.begin(), half), kept.last_view.end());
    text = written(kept);
  }
  return text;
}

Result<Settings> parse_settings(std::string_view text) {
  if (text.size() > kMaxSettingsBytes) return fail("settings larger than 64 KiB");
  try {
    Reader reader(true);
    if (json::sax_parse(text, &reader)) return reader.settings;
    return fail(reader.problem.empty() ? "not a JSON object" : reader.problem);
  } catch (const json::exception&) {
    return fail("not JSON");
  }
}

Result<GoodSettings> read_settings(std::string_view text) {
  if (text.size() > kMaxSettingsBytes) return fail("settings larger than 64 KiB");
  try {
    std::string mended(text);
    // More of them are no slip of anybody's, and every one costs a pass.
    constexpr int kMostPasses = 64;
    for (int pass = 1;; ++pass) {
      Reader reader(false);
      if (json::sax_parse(mended, &reader)) return GoodSettings{reader.settings, reader.problem};
      if (pass == kMostPasses || !null_for_number(mended, reader))
        return fail(reader.broken ? reader.problem : "not a JSON object");
    }
  } catch (const json::exception&) {
    return fail("not JSON");
  }
}

}  // namespace trainer::store
