// Does a value fit its type? Says all that does not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trainer/lessons/finding.h"
#include "trainer/lessons/format.h"
#include "trainer/lessons/reader.h"
#include "trainer/lessons/value.h"

namespace trainer::lessons {

// Collects findings and the places of what was read.
class Notes {
 public:
  std::vector<Finding> findings;
  Places places;

  void error(const std::string& code, const std::string& key, Place at, std::string found,
             std::string expected, std::string message);
  // "unknown key 'widht', did you mean 'width'?"
  void unknown_key(const std::string& key, const Member& member, const std::vector<std::string>& known);
  void missing_key(const std::string& key, Place table, std::string expected);
};

// A member of the table that is none of `known` and was probably meant as `key`: then the key is misspelt,
// not missing.
bool misspelt(const Value& table, const std::string& key, const std::vector<std::string>& known);

// Letters a-z, digits, - and _, a letter first.
bool is_id(std::string_view text);

// True when the value fits; notes the place of it and of everything inside it, else what is wrong.
bool fits(const Value& value, const Type& type, const std::string& key, Notes& notes);

// The members of a table against its fields: unknown and missing keys, and every value.
bool members_fit(const Value& table, const std::vector<FormatField>& fields, const std::string& key,
                 Notes& notes);

// "a.b", or "b" when `path` is empty.
std::string join_key(std::string_view path, std::string_view key);
std::string join_key(std::string_view path, std::size_t index);  // "a[3]"

}  // namespace trainer::lessons
