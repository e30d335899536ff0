// A comment that says where a number comes from names a file of this repository, and a section that it has:
// `docs/domain.md 1.2`. Pure: the files come as texts.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include "tests/house/source_files.h"

namespace house {

// "docs/domain.md" -> its numbered headings: "1", "1.2", ...
using Sections = std::map<std::string, std::set<std::string>>;
Sections sections_of(std::span<const SourceFile> documents);

// Mentions of documents (.md) in the lines of a file that are not there, or whose section is not: "docs/x.md
// 1.2", "docs/x.md 3 and 5", "docs/x.md". What has no number is only looked up as a file.
std::vector<Breach> lost_citations(const SourceFile& file, const Sections& sections);

// Comments that cite by the name of a paper that does not lie here: "(domain 1.2)", "(design: ...)".
std::vector<Breach> citations_elsewhere(const SourceFile& file);

}  // namespace house
