// What is wrong with a lesson file, for the person who can mend it: where, what stands there, what
// was expected.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace trainer::lessons {

// A place in a text; both from 1, 0 = unknown. Columns count characters (code points).
struct Place {
  int line = 0;
  int column = 0;
  bool operator==(const Place&) const = default;
};

struct Finding {
  std::string file;  // as given by the caller, may be empty
  int line = 0;      // from 1; 0 where no line is to blame (an unreadable file)
  int column = 0;
  std::string key;       // dotted path, "targets[0].density_cm2"; empty for the file as a whole
  std::string severity;  // "error" or "warning"
  // syntax unreadable limit unknown_key missing_key wrong_type out_of_range not_a_choice bad_text
  // conflict duplicate_id unknown_zone bad_order bad_zone bad_picture too_small long_exercise
  std::string code;
  std::string found;     // what stands there, shortened; may be empty
  std::string expected;  // what would be right
  std::string message;   // one sentence

  bool operator==(const Finding&) const = default;
};

// At most so many findings of one file are kept; the last then says that there are more.
constexpr std::size_t kMostFindings = 500;

// "targets[0].density_cm2: this is above the range; found 999, expected a number from 20 to 200 dots/cm2".
std::string sentence(const Finding& finding);

bool has_errors(const std::vector<Finding>& findings);

// The first error among the findings as an Error, for callers that can show only one.
engine::core::Error first_error(const std::vector<Finding>& findings);

// By line, then column, then key.
void sort_findings(std::vector<Finding>& findings);

}  // namespace trainer::lessons
