#include "trainer/lessons/convert.h"

#include <algorithm>

namespace trainer::lessons {

using engine::core::Mm;
using engine::scalp::FromLandmark;
using engine::scalp::Landmark;
using engine::scalp::PointSpec;
using engine::scalp::Vec2;
using engine::scoring::Band;
using engine::scoring::GradientStep;
using engine::scoring::Ramp;
using engine::skin::Needle;

namespace {

template <class T>
void assign_list(std::vector<T>& to, const Value& from) {
  to.clear();
  for (const Value& item : from.items()) assign(to.emplace_back(), item);
}

template <class T>
std::optional<Value> list_value(const std::vector<T>& from) {
  if (from.empty()) return std::nullopt;
  std::vector<Value> items;
  for (const T& item : from) items.push_back(*to_value(item));
  return list_of(std::move(items));
}

Mm millimetres(const Value& table, std::string_view key) {
  const Value* value = table.find(key);
  return Mm{value ? value->number() : 0.0};
}

}  // namespace

void assign(std::string& to, const Value& from) {
  to = *from.as<std::string>();
}
void assign(bool& to, const Value& from) {
  to = *from.as<bool>();
}
void assign(int& to, const Value& from) {
  to = static_cast<int>(*from.as<std::int64_t>());
}
void assign(std::uint64_t& to, const Value& from) {
  to = static_cast<std::uint64_t>(*from.as<std::int64_t>());
}
void assign(double& to, const Value& from) {
  to = from.number();
}
void assign(Mm& to, const Value& from) {
  to = Mm{from.number()};
}
void assign(engine::core::PerCm2& to, const Value& from) {
  to = engine::core::PerCm2{from.number()};
}
void assign(std::optional<int>& to, const Value& from) {
  assign(to.emplace(), from);
}
void assign(std::optional<double>& to, const Value& from) {
  assign(to.emplace(), from);
}
void assign(std::vector<std::string>& to, const Value& from) {
  assign_list(to, from);
}
void assign(Needle& to, const Value& from) {
  if (const auto needle = engine::skin::parse_needle(*from.as<std::string>())) to = *needle;
}
void assign(Ramp& to, const Value& from) {
  to = {from.items()[0].number(), from.items()[1].number()};
}
void assign(Band& to, const Value& from) {
  if (const Value* low = from.find("low")) to.low = low->number();
  if (const Value* high = from.find("high")) to.high = high->number();
}
void assign(std::vector<GradientStep>& to, const Value& from) {
  assign_list(to, from);
}
void assign(PointSpec& to, const Value& from) {
  if (from.as<List>() != nullptr) {
    to = Vec2{from.items()[0].number(), from.items()[1].number()};
    return;
  }
  const auto& names = landmark_names();
  const auto name = std::find(names.begin(), names.end(), *from.find("from")->as<std::string>());
  to = FromLandmark{static_cast<Landmark>(name - names.begin()), millimetres(from, "left_mm"),
                    millimetres(from, "back_mm")};
}
void assign(std::vector<PointSpec>& to, const Value& from) {
  assign_list(to, from);
}

std::optional<Value> to_value(const std::string& from) {
  if (from.empty()) return std::nullopt;
  return value_of(from);
}
std::optional<Value> to_value(bool from) {
  return value_of(from);
}
std::optional<Value> to_value(int from) {
  return value_of(std::int64_t{from});
}
std::optional<Value> to_value(std::uint64_t from) {
  return value_of(static_cast<std::int64_t>(from));
}
std::optional<Value> to_value(double from) {
  return value_of(from);
}
std::optional<Value> to_value(Mm from) {
  return value_of(from.value);
}
std::optional<Value> to_value(engine::core::PerCm2 from) {
  return value_of(from.value);
}
std::optional<Value> to_value(const std::optional<int>& from) {
  if (!from) return std::nullopt;
  return to_value(*from);
}
std::optional<Value> to_value(const std::optional<double>& from) {
  if (!from) return std::nullopt;
  return to_value(*from);
}
std::optional<Value> to_value(const std::vector<std::string>& from) {
  return list_value(from);
}
std::optional<Value> to_value(const Needle& from) {
  return value_of(engine::skin::to_string(from));
}
std::optional<Value> to_value(const Ramp& from) {
  return list_of({value_of(from.bad), value_of(from.good)});
}
std::optional<Value> to_value(const Band& from) {
  return table_of({{"low", {}, value_of(from.low)}, {"high", {}, value_of(from.high)}});
}
std::optional<Value> to_value(const std::vector<GradientStep>& from) {
  return list_value(from);
}
std::optional<Value> to_value(const PointSpec& from) {
  if (const auto* flat = std::get_if<Vec2>(&from)) return list_of({value_of(flat->x), value_of(flat->y)});
  const auto& point = std::get<FromLandmark>(from);
  return table_of({{"from", {}, value_of(landmark_names()[static_cast<std::size_t>(point.from)])},
                   {"left_mm", {}, value_of(point.left.value)},
                   {"back_mm", {}, value_of(point.back.value)}});
}
std::optional<Value> to_value(const std::vector<PointSpec>& from) {
  return list_value(from);
}

void assign(GradientStep& to, const Value& from) {
  to = {engine::core::Mm{from.find("to_mm")->number()}, from.find("share")->number()};
}
std::optional<Value> to_value(const GradientStep& from) {
  return table_of({{"to_mm", {}, value_of(from.to.value)}, {"share", {}, value_of(from.share)}});
}

const std::vector<std::string>& landmark_names() {
  static const std::vector<std::string> names{"glabella", "mfp",      "trichion",    "vertex",
                                              "whorl",    "inion",    "tragus_left", "tragus_right",
                                              "ftp_left", "ftp_right"};
  return names;
}

}  // namespace trainer::lessons
