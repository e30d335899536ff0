#include "tests/house/citations.h"

#include <doctest/doctest.h>

using house::SourceFile;

namespace {

const std::vector<SourceFile> kDocuments = {
    {"docs/domain.md", "# The trade\n## 1. Anatomy\n### 1.2 Depth\ntext 3.4 text\n## 5. Scars\n"},
    {"README.md", "# Program\n"}};

std::size_t lost(const std::string& line) {
  return house::lost_citations({"engine/a.h", line + "\n"}, house::sections_of(kDocuments)).size();
}

std::size_t elsewhere(const std::string& path, const std::string& line) {
  return house::citations_elsewhere({path, line + "\n"}).size();
}

}  // namespace

TEST_CASE("every document and section that a comment cites is in the repository") {
  auto documents = house::source_files({"docs"}, {".md"});
  REQUIRE(documents.size() >= 6);
  for (const char* path : {"README.md", "ARCHITECTURE.md"}) documents.push_back(house::source_file(path));
  const auto sections = house::sections_of(documents);
  REQUIRE(sections.at("docs/domain.md").size() > 15);
  REQUIRE(sections.at("docs/design.md").size() >= 7);
  int cited = 0;
  for (const auto& file : house::source_files(
           {"engine", "trainer", "tests/engine", "tests/trainer", "tests/support", "bench", "shaders"},
           {".cpp", ".h", ".c", ".py", ".sh", ".frag", ".vert"})) {
    cited += file.text.find("docs/domain.md") != std::string::npos;
    for (const auto& breach : house::lost_citations(file, sections))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
    for (const auto& breach : house::citations_elsewhere(file))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
  }
  CHECK(cited >= 20);
}

TEST_CASE("sections are the numbers of headings") {
  const auto sections = house::sections_of(kDocuments);
  CHECK(sections.at("docs/domain.md") == std::set<std::string>{"1", "1.2", "5"});
  CHECK(sections.at("README.md").empty());
}

TEST_CASE("a citation is looked up as a file, and by every section that it names") {
  CHECK(lost("// mean thickness (docs/domain.md 1.2)") == 0);
  CHECK(lost("// both (docs/domain.md 1.2 and 5), see README.md") == 0);
  CHECK(lost("// without a number: docs/domain.md") == 0);
  CHECK(lost("// gone (docs/domain.md 3.4)") == 1);
  CHECK(lost("// one of two is gone (docs/domain.md 1, 7)") == 1);
  CHECK(lost("// gone altogether (docs/other.md 1)") == 1);
}

TEST_CASE("the short names of papers that do not lie here are no citations") {
  CHECK(elsewhere("engine/a.h", "double t = 1.18;  // front (domain 1.1)") == 1);
  CHECK(elsewhere("engine/a.h", "// Saving takes 100 ms (design: the record).") == 1);
  CHECK(elsewhere("engine/a.h", "// Domain 3.6: 30, 60 and 85 per cent.") == 1);
  CHECK(elsewhere("engine/a.h", "constexpr int kTrail = 36;  // components: depth bar") == 1);
  CHECK(elsewhere("engine/a.h", "constexpr int kFlight = 4;  // ui: motion") == 1);
  CHECK(elsewhere("tests/a.py", "# as deep as it is long (design: dots)") == 1);
  CHECK(elsewhere("engine/a.h", "int domain_1 = ui::draw(2);") == 0);
  CHECK(elsewhere("engine/a.h", "// what the scoring of 3 zones says (docs/design.md 2)") == 0);
}
