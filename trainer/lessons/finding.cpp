#include "trainer/lessons/finding.h"

#include <algorithm>
#include <tuple>

namespace trainer::lessons {

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == "error"; });
}

engine::core::Error first_error(const std::vector<Finding>& findings) {
  for (const Finding& f : findings) {
    if (f.severity != "error") continue;
    engine::core::Error error{.message = f.message, .file = f.file, .field = f.key};
    if (f.line > 0) error.line = f.line;
    if (f.column > 0) error.column = f.column;
    return error;
  }
  return {.message = "no error"};
}

void sort_findings(std::vector<Finding>& findings) {
  const auto order = [](const Finding& f) { return std::tie(f.line, f.column, f.key, f.code); };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
}

}  // namespace trainer::lessons
