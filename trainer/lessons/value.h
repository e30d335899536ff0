// A TOML document as a plain tree, every value and key with its place. The only view of TOML that
// the rest of the module has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "trainer/lessons/finding.h"

namespace trainer::lessons {

struct Member;
struct Value;

struct List {
  std::vector<Value> items;
};
struct Table {
  std::vector<Member> members;
};  // in the order of the file
struct Other {
  std::string what;
};  // a kind that no key of ours takes: "date", "time"

struct Value {
  // No initialiser: Clang would need Member complete here. Without one it holds false.
  std::variant<bool, std::int64_t, double, std::string, List, Table, Other> data;
  Place at;

  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&data);
  }
  // Integers count as numbers. The accessors below require the kind they name.
  [[nodiscard]] bool is_number() const { return as<std::int64_t>() != nullptr || as<double>() != nullptr; }
  [[nodiscard]] double number() const;
  [[nodiscard]] const std::vector<Value>& items() const;
  [[nodiscard]] const Value* find(std::string_view key) const;  // null when missing
};

struct Member {
  std::string key;
  Place at;
  Value value;
};

Value table_of(std::vector<Member> members);
Value list_of(std::vector<Value> items);
Value value_of(double x);
Value value_of(std::int64_t x);
Value value_of(bool x);
Value value_of(std::string text);

// Shortest decimal that reads back as the same double; always with a point or an exponent.
std::string decimal(double x);

// For people: `"text"`, `12`, `a list of 3`, `a table`; at most about 40 characters.
std::string describe(const Value& value);

}  // namespace trainer::lessons
