// A lesson in which any key can be changed, and what the reader finds under that key.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "trainer/lessons/reader.h"

namespace lesson_fields {

using trainer::lessons::Finding;
using trainer::lessons::read_lesson;

// A lesson of which every section has one element; % stands where the canvas and lines of a test go.
inline std::string base(const std::string& canvas) {
  return R"(id = "base"
version = 1
title = "Base"
summary = "A lesson to be changed."
objectives = ["Do it"]
treatment = "practice"
module = 10
)" + canvas +
         R"(
[tools]
needle = "1RL-0.25"

[[zones]]
id = "field"
polygon = [[15, 15], [45, 15], [45, 45], [15, 45]]

[[targets]]
zone = "field"

[[steps]]
kind = "needle_work"
title = "Place"

[rubric]
pass = 70
merit = 80
distinction = 90

[[rubric.criteria]]
id = "density"
weight = 10

[rubric.ramps]
)";
}
inline const std::string kPad = "[pad]\n", kClient = "[client]\n";

// The text with `key = value` in the section, in place of the line that is there or as its first line.
inline std::string with(const std::string& text, const std::string& section, const std::string& key,
                        const std::string& value) {
  const std::size_t head = section.empty() ? 0 : text.find("[" + section + "]");
  REQUIRE(head != std::string::npos);
  const std::size_t begin = section.empty() ? 0 : text.find('\n', head) + 1;
  const std::size_t end = std::min(text.find("\n[", begin), text.size());
  const std::string line = key + " = " + value + "\n";
  const std::size_t there = ("\n" + text.substr(begin, end - begin)).find("\n" + key + " = ");
  if (there == std::string::npos) return text.substr(0, begin) + line + text.substr(begin);
  const std::size_t from = begin + there, to = text.find('\n', from) + 1;
  return text.substr(0, from) + line + text.substr(to);
}

struct Where {
  const char* section;  // as it stands in brackets; "" is the top of the file
  const char* path;     // of the findings
};
inline constexpr Where kTop{"", ""}, kOfPad{"pad", "pad."}, kOfClient{"client", "client."},
    kTools{"tools", "tools."}, kZone{"[zones]", "zones[0]."}, kTarget{"[targets]", "targets[0]."},
    kStep{"[steps]", "steps[0]."}, kRubric{"rubric", "rubric."},
    kCriterion{"[rubric.criteria]", "rubric.criteria[0]."}, kRamps{"rubric.ramps", "rubric.ramps."};

inline std::string text_for(const Where& where, const std::string& key, const std::string& value) {
  const bool client = std::string(where.section) == "client";
  return with(base(client ? kClient : kPad), where.section, key, value);
}

// Errors that name this key; others follow from it and are of no interest here.
inline std::vector<Finding> findings_of(const Where& where, const std::string& key,
                                        const std::string& value) {
  std::vector<Finding> own;
  for (const Finding& f : read_lesson(text_for(where, key, value), "lesson.toml").findings)
    if (f.key == where.path + key || f.key.find(where.path + key + "[") == 0 ||
        f.key.find(where.path + key + ".") == 0)
      own.push_back(f);
  return own;
}
inline void takes(const Where& where, const std::string& key, const std::string& value) {
  CAPTURE(where.path);
  CAPTURE(key);
  CAPTURE(value);
  for (const Finding& f : findings_of(where, key, value)) FAIL_CHECK(f.code << ": " << f.message);
}
inline void refuses(const Where& where, const std::string& key, const std::string& value,
                    const std::string& code) {
  CAPTURE(where.path);
  CAPTURE(key);
  CAPTURE(value);
  const auto found = findings_of(where, key, value);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].code == code);
  CHECK(found[0].severity == "error");
  CHECK_FALSE(found[0].expected.empty());
  CHECK_FALSE(found[0].message.empty());
  // At the line where it stands.
  const std::string text = text_for(where, key, value);
  const auto at = text.find(key + " = " + value);
  CHECK(found[0].line == 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  CHECK_FALSE(read_lesson(text, "lesson.toml").lesson.has_value());
}

}  // namespace lesson_fields
