// One line of SAMPLES.jsonl, read by SAX so that hostile input meets limits before memory.
#include "trainer/runner/sample_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/sim/calibration_limits.h"

namespace trainer::runner {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using nlohmann::json;

namespace {

constexpr std::size_t kMaxLine = 256 * 1024;  // the longest hairline that a record takes, with room to spare
constexpr int kMaxDepth = 4;
constexpr double kMaxMm = 10'000.0;                // ten metres: far beyond any canvas
constexpr std::int64_t kMaxTime = 86'400'000'000;  // a day in microseconds

// Builds a small document, refusing duplicate keys and deep nesting (nlohmann's own parser keeps the
// last of duplicate keys and accepts any depth).
class LimitedSax : public nlohmann::json_sax<json> {
 public:
  json root;
  std::string problem;

  bool null() override { return put(json()); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(number_integer_t v) override { return put(v); }
  bool number_unsigned(number_unsigned_t v) override { return put(v); }
  bool number_float(number_float_t v, const string_t&) override { return put(v); }
  bool string(string_t& v) override { return put(v); }
  bool binary(binary_t&) override { return refuse("binary values are not expected"); }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_array() override { return close(); }
  bool key(string_t& k) override {
    if (stack_.back()->contains(k)) return refuse("the key \"" + k + "\" is given twice");
    key_ = k;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    return refuse("not JSON at character " + std::to_string(position));
  }

 private:
  bool refuse(std::string why) {
    if (problem.empty()) problem = std::move(why);
    return false;
  }
  json* add(json v) {
    if (stack_.empty()) return &(root = std::move(v));
    if (stack_.back()->is_array()) return &stack_.back()->emplace_back(std::move(v));
    return &((*stack_.back())[key_] = std::move(v));
  }
  bool put(json v) { return add(std::move(v)) != nullptr; }
  bool open(json v) {
    if (stack_.size() >= kMaxDepth) return refuse("nested too deeply");
    stack_.push_back(add(std::move(v)));
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }
  std::vector<json*> stack_;
  std::string key_;
};

// Reads the fields of one object, remembering the first thing wrong and which keys were known.
class Fields {
 public:
  Fields(const json& object, int line) : object_(object), line_(line) {}

  [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }
  std::int64_t integer(const char* key, std::int64_t low, std::int64_t high) {
    const json* v = find(key, true);
    if (v == nullptr) return 0;
    if (!v->is_number_integer() ||
        (v->is_number_unsigned() && v->get<std::uint64_t>() > static_cast<std::uint64_t>(high)) ||
        v->get<std::int64_t>() < low || v->get<std::int64_t>() > high)
      return wrong(key, "an integer from " + std::to_string(low) + " to " + std::to_string(high)), 0;
    return v->get<std::int64_t>();
  }
  double number(const char* key, double low, double high) {
    const json* v = find(key, true);
    return v == nullptr ? 0.0 : checked_number(*v, key, low, high);
  }
  bool boolean(const char* key) {
    const json* v = find(key, true);
    if (v == nullptr) return false;
    if (!v->is_boolean()) return wrong(key, "true or false"), false;
    return v->get<bool>();
  }
  std::string text(const char* key, std::size_t longest) {
    const json* v = find(key, true);
    if (v == nullptr) return {};
    if (!v->is_string() || v->get_ref<const std::string&>().empty() ||
        v->get_ref<const std::string&>().size() > longest)
      return wrong(key, "a text of 1 to " + std::to_string(longest) + " bytes"), std::string{};
    return v->get<std::string>();
  }
  std::pair<double, double> pair(const char* key, double low, double high) {
    const json* v = find(key, true);
    if (v == nullptr) return {};
    return pair_of(*v, key, low, high);
  }
  std::vector<engine::scalp::CanvasPoint> points(const char* key) {
    const json* v = find(key, true);
    std::vector<engine::scalp::CanvasPoint> list;
    if (v == nullptr) return list;
    if (!v->is_array() || v->size() < 2 || v->size() > 10'000)
      return wrong(key, "a list of 2 to 10000 points [u, v]"), list;
    for (const json& p : *v) {
      const auto [u, w] = pair_of(p, key, -kMaxMm, kMaxMm);
      list.push_back(engine::scalp::canvas_point_from_mm({u, w}));
    }
    return list;
  }
  void wrong(const std::string& key, const std::string& expected) {
    if (!error_)
      error_ =
          Error{.message = "expected " + expected, .file = {}, .line = line_, .column = {}, .field = key};
  }
  std::optional<Error> finish() {
    for (const auto& [key, value] : object_.items())
      if (!error_ && !known_.contains(key))
        error_ = Error{.message = "unknown key; expected only those of the format",
                       .file = {},
                       .line = line_,
                       .column = {},
                       .field = key};
    return error_;
  }

 private:
  const json* find(const char* key, bool required) {
    known_.insert(key);
    const auto it = object_.find(key);
    if (it != object_.end()) return &*it;
    if (required) wrong(key, "this key");
    return nullptr;
  }
  double checked_number(const json& v, const char* key, double low, double high) {
    if (!v.is_number()) return wrong(key, "a number"), 0.0;
    const double x = v.get<double>();
    if (!(x >= low && x <= high)) return wrong(key, fmt::format("a number from {} to {}", low, high)), 0.0;
    return x;
  }
  std::pair<double, double> pair_of(const json& v, const char* key, double low, double high) {
    if (!v.is_array() || v.size() != 2) return wrong(key, "a pair of numbers [u, v]"), std::pair{0.0, 0.0};
    const double a = checked_number(v[0], key, low, high);
    const double b = checked_number(v[1], key, low, high);
    return {a, b};
  }

  const json& object_;
  int line_;
  std::set<std::string> known_;
  std::optional<Error> error_;
};

std::int32_t rounded(double x) {
  return static_cast<std::int32_t>(x < 0 ? std::ceil(x - 0.5) : std::floor(x + 0.5));
}

engine::sim::NeedleSample read_sample(Fields& f) {
  engine::sim::NeedleSample s;
  s.t_us = engine::core::AttemptTime{f.integer("t_us", 0, kMaxTime)};
  const auto [u, v] = f.pair("at", -kMaxMm, kMaxMm);
  s.at = engine::scalp::canvas_point_from_mm({u, v});
  s.contact = f.boolean("contact");
  if (f.has("pressure"))
    s.pressure =
        static_cast<std::uint16_t>(rounded(f.number("pressure", 0.0, 1.0) * engine::sim::kFullPressure));
  if (f.has("tilt_deg")) {
    const auto [x, y] = f.pair("tilt_deg", -90.0, 90.0);
    s.tilt = engine::sim::Tilt{static_cast<std::int16_t>(rounded(x * 10)),
                               static_cast<std::int16_t>(rounded(y * 10))};
  }
  return s;
}

ToolLine read_tool(Fields& f) {
  ToolLine tool;
  if (f.has("needle")) {
    const auto needle = engine::skin::parse_needle(f.text("needle", 32));
    if (needle)
      tool.needle = *needle;
    else
      f.wrong("needle", "a needle such as \"1RL-0.25\" (" + needle.error().message + ")");
  }
  if (f.has("rate_hz")) tool.rate_mhz = rounded(f.number("rate_hz", 0.0, 200.0) * 1000);
  if (f.has("voltage_v")) {
    if (tool.rate_mhz) f.wrong("voltage_v", "either rate_hz or voltage_v: they are one knob");
    tool.rate_mhz = engine::skin::rate_mhz_of(rounded(f.number("voltage_v", 0.0, 12.0) * 1000));
  }
  if (f.has("stroke_mm")) tool.stroke_um = rounded(f.number("stroke_mm", 1.5, 4.5) * 1000);
  if (f.has("set_mm")) tool.set_um = rounded(f.number("set_mm", 0.5, 3.5) * 1000);
  if (f.has("pigment")) tool.pigment = f.text("pigment", 32);
  if (f.has("dilution")) tool.dilution_milli = rounded(f.number("dilution", 0.0, 40.0) * 1000);
  if (f.has("parts")) {
    if (tool.dilution_milli) f.wrong("parts", "either dilution or parts");
    const auto [water, pigment] = f.pair("parts", 0.0, 40.0);
    const auto w = rounded(water), p = rounded(pigment);
    if (w != water || p != pigment || p < 1 || w > 40 * p)
      f.wrong("parts", "whole parts [water, pigment], at most 40 of water to one of pigment");
    tool.dilution_milli = engine::skin::dilution_of_parts(w, p);
  }
  if (f.has("stretch")) tool.stretch_permille = rounded(f.number("stretch", 0.0, 1.0) * 1000);
  return tool;
}

std::uint16_t pressure_of(double share) {
  return static_cast<std::uint16_t>(rounded(share * engine::sim::kFullPressure));
}

engine::sim::Calibrated read_calibration(Fields& f) {
  engine::sim::Calibrated c;
  if (f.has("minimum_pressure")) c.minimum_pressure = pressure_of(f.number("minimum_pressure", 0.0, 1.0));
  if (f.has("maximum_pressure")) c.maximum_pressure = pressure_of(f.number("maximum_pressure", 0.0, 1.0));
  if (f.has("curve")) c.curve_gamma_permille = rounded(f.number("curve", 0.001, 10.0) * 1000);
  if (f.has("press_time"))
    c.press_time_permille = rounded(
        f.number("press_time", engine::sim::kLeastPressTime / 1000.0, engine::sim::kMostPressTime / 1000.0) *
        1000);
  if (f.has("depth_offset"))
    c.depth_offset_permille = rounded(f.number("depth_offset", -engine::sim::kMostDepthOffset / 1000.0,
                                               engine::sim::kMostDepthOffset / 1000.0) *
                                      1000);
  if (f.has("upright_deg")) {
    const auto [x, y] = f.pair("upright_deg", -45.0, 45.0);
    c.upright = {static_cast<std::int16_t>(rounded(x * 10)), static_cast<std::int16_t>(rounded(y * 10))};
  }
  if (c.minimum_pressure >= c.maximum_pressure) f.wrong("maximum_pressure", "more than the minimum pressure");
  return c;
}

engine::sim::DeviceChanged read_device(Fields& f) {
  engine::sim::DeviceChanged device;
  const std::string kind = f.text("kind", 16);
  const auto known = std::find(kDeviceNames.begin(), kDeviceNames.end(), kind);
  if (known == kDeviceNames.end())
    f.wrong("kind", fmt::format("one of {}", fmt::join(kDeviceNames, ", ")));
  else
    device.kind = static_cast<engine::sim::DeviceKind>(known - kDeviceNames.begin());
  if (f.has("name")) device.name = f.text("name", 128);
  if (f.has("timed")) device.timed_presses = f.boolean("timed");
  return device;
}

EventLine read_event(Fields& f) {
  EventLine e;
  e.name = f.text("event", 16);
  if (f.has("t_us")) e.t_us = engine::core::AttemptTime{f.integer("t_us", 0, kMaxTime)};
  if (e.name == "tool") {
    e.tool = read_tool(f);
  } else if (e.name == "calibration") {
    e.calibration = read_calibration(f);
  } else if (e.name == "device") {
    e.device = read_device(f);
  } else if (e.name == "undo") {
    if (f.has("dot")) e.undo = f.boolean("dot") ? engine::sim::UndoScope::Dot : engine::sim::UndoScope::Lift;
  } else if (e.name == "view") {
    e.px_per_mm_milli = rounded(f.number("px_per_mm", 0.0, 1e6) * 1000);
  } else if (e.name == "answer") {
    e.question = static_cast<std::int32_t>(f.integer("question", 0, 10'000));
    e.choice = static_cast<std::int32_t>(f.integer("choice", 0, 100));
  } else if (e.name == "hairline") {
    e.points = f.points("points");
  } else if (e.name == "heal") {
    e.days = static_cast<std::int32_t>(f.integer("days", 1, 3650));
  } else if (e.name != "next_step" && e.name != "redo" && e.name != "interrupt") {
    f.wrong(
        "event",
        "one of next_step, undo, redo, tool, answer, hairline, heal, calibration, device, interrupt, view");
  }
  return e;
}

}  // namespace

Result<SampleLine> read_sample_line(std::string_view text, int line) {
  if (text.size() > kMaxLine)
    return fail({.message = "the line is longer than 256 KiB", .file = {}, .line = line});
  LimitedSax sax;
  const bool parsed = json::sax_parse(text.begin(), text.end(), &sax);
  if (!parsed) return fail({.message = sax.problem, .file = {}, .line = line});
  if (!sax.root.is_object()) return fail({.message = "expected a JSON object", .file = {}, .line = line});
  Fields fields(sax.root, line);
  SampleLine result;
  if (fields.has("event"))
    result = read_event(fields);
  else
    result = read_sample(fields);
  if (const auto error = fields.finish()) return fail(*error);
  return result;
}

}  // namespace trainer::runner
