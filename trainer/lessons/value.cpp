#include "trainer/lessons/value.h"

#include <charconv>
#include <utility>

#include "engine/core/check.h"

namespace trainer::lessons {

namespace {

constexpr std::size_t kShown = 40;  // characters of a found text that a finding repeats

std::string shortened(const std::string& text) {
  std::string shown;
  for (const char c : text) {
    // Never cut inside a UTF-8 sequence.
    if (shown.size() >= kShown && (static_cast<unsigned char>(c) & 0xC0) != 0x80) return shown + "...";
    shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  }
  return shown;
}

struct Describe {
  std::string operator()(bool x) const { return x ? "true" : "false"; }
  std::string operator()(std::int64_t x) const { return std::to_string(x); }
  std::string operator()(double x) const { return decimal(x); }
  std::string operator()(const std::string& text) const { return '"' + shortened(text) + '"'; }
  std::string operator()(const List& list) const { return "a list of " + std::to_string(list.items.size()); }
  std::string operator()(const Table&) const { return "a table"; }
  std::string operator()(const Other& other) const { return "a " + other.what; }
};

}  // namespace

double Value::number() const {
  if (const auto* integer = as<std::int64_t>()) return static_cast<double>(*integer);
  const auto* real = as<double>();
  ENGINE_CHECK(real != nullptr);
  return *real;
}

const std::vector<Value>& Value::items() const {
  const auto* list = as<List>();
  ENGINE_CHECK(list != nullptr);
  return list->items;
}

const Value* Value::find(std::string_view key) const {
  const auto* table = as<Table>();
  ENGINE_CHECK(table != nullptr);
  for (const Member& member : table->members)
    if (member.key == key) return &member.value;
  return nullptr;
}

Value table_of(std::vector<Member> members) {
  return {.data = Table{std::move(members)}, .at = {}};
}
Value list_of(std::vector<Value> items) {
  return {.data = List{std::move(items)}, .at = {}};
}
Value value_of(double x) {
  return {.data = x, .at = {}};
}
Value value_of(std::int64_t x) {
  return {.data = x, .at = {}};
}
Value value_of(bool x) {
  return {.data = x, .at = {}};
}
Value value_of(std::string text) {
  return {.data = std::move(text), .at = {}};
}

std::string decimal(double x) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, x);
  std::string text(buffer, end.ptr);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string describe(const Value& value) {
  return std::visit(Describe{}, value.data);
}

}  // namespace trainer::lessons
