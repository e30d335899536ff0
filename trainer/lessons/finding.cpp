#include "trainer/lessons/finding.h"

#include <algorithm>
#include <tuple>

namespace trainer::lessons {

std::string sentence(const Finding& f) {
  std::string text = f.key.empty() ? "" : f.key + ": ";
  text += f.message;
  const bool told = f.message.find(f.found) != std::string::npos;
  if (!f.found.empty() && !told) text += "; found " + f.found;
  if (!f.expected.empty()) text += (f.found.empty() || told ? "; expected " : ", expected ") + f.expected;
  return text;
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == "error"; });
}

engine::core::Error first_error(const std::vector<Finding>& findings) {
  for (const Finding& f : findings) {
    if (f.severity != "error") continue;
    engine::core::Error error{.message = sentence(f), .file = f.file};
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
