#include "tests/house/citations.h"

#include <regex>
#include <sstream>

namespace house {

namespace {

template <class Visit>
void each_line(const std::string& text, Visit visit) {
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) visit(line, ++number);
}

// The numbers after a document's name: "1.2 and 6" -> 1.2, 6.
std::vector<std::string> numbers_after(const std::string& rest) {
  static const std::regex kList(R"(^ (\d+(?:\.\d+)?(?:(?:, | and )\d+(?:\.\d+)?)*))");
  static const std::regex kNumber(R"(\d+(?:\.\d+)?)");
  std::smatch list;
  std::vector<std::string> numbers;
  if (!std::regex_search(rest, list, kList)) return numbers;
  const std::string found = list[1];
  for (std::sregex_iterator at(found.begin(), found.end(), kNumber), end; at != end; ++at)
    numbers.push_back(at->str());
  return numbers;
}

}  // namespace

Sections sections_of(std::span<const SourceFile> documents) {
  static const std::regex kHeading(R"(^#+ (\d+(?:\.\d+)?)\.? )");
  Sections sections;
  for (const SourceFile& document : documents) {
    auto& numbers = sections[document.path];
    each_line(document.text, [&](const std::string& line, int) {
      std::smatch heading;
      if (std::regex_search(line, heading, kHeading)) numbers.insert(heading[1]);
    });
  }
  return sections;
}

std::vector<Breach> lost_citations(const SourceFile& file, const Sections& sections) {
  static const std::regex kDocument(R"((?:[\w-]+/)*[\w-]+\.md\b)");
  std::vector<Breach> found;
  each_line(file.text, [&](const std::string& line, int number) {
    for (std::sregex_iterator at(line.begin(), line.end(), kDocument), end; at != end; ++at) {
      const auto document = sections.find(at->str());
      if (document == sections.end()) {
        found.push_back({file.path, number, "cites " + at->str() + ", which is not here"});
        continue;
      }
      for (const auto& section : numbers_after(at->suffix().str()))
        if (!document->second.contains(section))
          found.push_back({file.path, number, "cites " + at->str() + " " + section + ", which it has not"});
    }
  });
  return found;
}

std::vector<Breach> citations_elsewhere(const SourceFile& file) {
  static const std::regex kElsewhere(
      R"((?:\(|; |: |// |# )(?:domain|design|scoring|rendering|reliability|ui|components))"
      R"((?: \d|: [a-z]|, \[))",
      std::regex::icase);
  std::vector<Breach> found;
  each_line(file.text, [&](const std::string& line, int number) {
    const auto comment = line.find(file.path.ends_with(".py") ? "# " : "//");
    if (comment == std::string::npos) return;
    const std::string said = line.substr(comment);
    std::smatch match;
    if (std::regex_search(said, match, kElsewhere))
      found.push_back({file.path, number, "cites a paper that is not here: " + said});
  });
  return found;
}

}  // namespace house
