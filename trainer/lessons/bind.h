// Building rows of the field table: types, and fields bound to a place in a Lesson by an accessor
// `[](auto& lesson, std::size_t i) -> auto& { return ...; }` that serves reading and writing alike.
#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/units.h"
#include "trainer/lessons/convert.h"
#include "trainer/lessons/types.h"

namespace trainer::lessons {

// A field whose value converts as it stands (convert.h).
template <class Access>
FormatField bound(std::string key, Type type, bool required, std::string description, Access access) {
  FormatField field = part(std::move(key), std::move(type), required, std::move(description));
  field.set = [access](Lesson& lesson, std::size_t i, const Value& value) {
    assign(access(lesson, i), value);
  };
  field.get = [access](const Lesson& lesson, std::size_t i) { return to_value(access(lesson, i)); };
  return field;
}

// An integer in the lesson, a number `scale` times smaller in the file (1.8 mm = 1800 um).
template <class Access>
FormatField scaled(std::string key, Type type, bool required, std::string description, double scale,
                   Access access) {
  FormatField field = part(std::move(key), std::move(type), required, std::move(description));
  field.set = [access, scale](Lesson& lesson, std::size_t i, const Value& value) {
    auto& target = access(lesson, i);
    target = static_cast<std::decay_t<decltype(target)>>(std::floor(value.number() * scale + 0.5));
  };
  field.get = [access, scale](const Lesson& lesson, std::size_t i) {
    return std::optional(value_of(static_cast<double>(access(lesson, i)) / scale));
  };
  return field;
}

// An enumeration; `names` in the order in which a reader should see them.
template <class Enum, class Access>
FormatField named(std::string key, const std::vector<std::pair<Enum, std::string>>& names, bool required,
                  std::string description, Access access) {
  std::vector<std::string> choices;
  for (const auto& name : names) choices.push_back(name.second);
  FormatField field = part(std::move(key), choice(std::move(choices)), required, std::move(description));
  field.set = [access, names](Lesson& lesson, std::size_t i, const Value& value) {
    for (const auto& [id, text] : names)
      if (text == *value.as<std::string>()) access(lesson, i) = id;
  };
  field.get = [access, names](const Lesson& lesson, std::size_t i) -> std::optional<Value> {
    for (const auto& [id, text] : names)
      if (id == access(lesson, i)) return value_of(text);
    return std::nullopt;
  };
  return field;
}

}  // namespace trainer::lessons
