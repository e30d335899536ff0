// From the text of a lesson.toml to a Lesson. Driven by the field table (format.h): types, ranges,
// choices, unknown and missing keys; then the rules between fields that need no canvas (rules.h).
// Whether zones fit their canvas and hold enough dots is asked by check.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trainer/lessons/finding.h"
#include "trainer/lessons/format.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

// Limits of a lesson text (docs/design.md 3): beyond any of them it is refused.
constexpr std::size_t kMostTextBytes = 1 << 20;
constexpr int kMostNesting = 32;
constexpr std::size_t kMostValues = 200'000;
constexpr std::size_t kMostStringBytes = 64 << 10;
constexpr std::size_t kMostKeyBytes = 256;

// Where the value of each key stands: "zones[0].id" -> place. Only keys that were read without error.
using Places = std::map<std::string, Place, std::less<>>;

struct Reading {
  std::optional<Lesson> lesson;  // present exactly when there is no error
  std::vector<Finding>
      findings;  // all of the file, in the order of their places; TOML syntax: the first only
  Places places;
};

// Pure. `file_name` is only copied into the findings.
Reading read_lesson(std::string_view text, std::string file_name);
// Another file that is described by a field table, into what `into` has already. No rules.
Reading read_sections(std::string_view text, const std::string& file_name, std::vector<Section> format,
                      Lesson into);

}  // namespace trainer::lessons
