#include "trainer/lessons/format.h"

#include <fmt/format.h>

namespace trainer::lessons {

namespace {

std::string plain(double x) {
  return fmt::format("{}", x);
}

std::string range(const Type& type) {
  return plain(type.low) + " to " + plain(type.high) + (type.unit.empty() ? "" : " " + type.unit);
}

std::string count(const Type& type, const std::string& what) {
  if (type.low == type.high) return plain(type.low) + " " + what;
  return plain(type.low) + " to " + plain(type.high) + " " + what;
}

std::string keys_of(const Type& type) {
  std::string keys;
  for (const FormatField& field : type.fields) keys += (keys.empty() ? "" : ", ") + field.key;
  return keys;
}

std::string choices_of(const Type& type) {
  return fmt::format("\"{}\"", fmt::join(type.choices, "\", \""));
}

}  // namespace

std::string expectation(const Type& type) {
  switch (type.kind) {
    case Kind::Boolean:
      return "true or false";
    case Kind::Integer:
      return "a whole number from " + range(type);
    case Kind::Number:
      return "a number from " + range(type) + (type.hundredths ? ", at most two decimals" : "");
    case Kind::Line:
      return "one line of text, " + count(type, "bytes");
    case Kind::Prose:
      return "text, " + count(type, "bytes");
    case Kind::Id:
      return "a name of a-z, 0-9, - and _ that starts with a letter, at most 64 long";
    case Kind::Choice:
      return "one of " + choices_of(type);
    case Kind::Needle:
      return "a needle such as \"1RL-0.25\"";
    case Kind::List:
      return "a list of " + count(type, "entries") + ", each " + expectation(type.item[0]);
    case Kind::Pair:
      return "two numbers [bad, good], each " + expectation(type.item[0]);
    case Kind::Point:
      return "a point [x, y] in mm, or { from = \"mfp\", left_mm = 0, back_mm = 0 }";
    case Kind::Table:
      return "a table { " + keys_of(type) + " }";
  }
  return {};
}

std::string_view last_key(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

std::string_view parent_path(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(0, dot);
}

std::vector<Section> lesson_format() {
  std::vector<Section> format;
  add_head_of_file(format);
  add_work(format);
  add_rubric(format);
  return format;
}

}  // namespace trainer::lessons
