#include "tests/house/widths.h"

#include <doctest/doctest.h>

using house::too_wide;

TEST_CASE("no line of a source file is wider than the column of the formatter") {
  const auto files = house::source_files({"engine", "trainer", "tests", "bench"}, {".cpp", ".h", ".c"});
  REQUIRE(files.size() > 600);
  for (const auto& file : files)
    for (const auto& breach : too_wide(file))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
}

TEST_CASE("a width is counted in characters, so that a dash costs no more than a hyphen") {
  CHECK(house::characters("") == 0);
  CHECK(house::characters("a – b") == 5);
  const std::string full(110, 'x');
  CHECK(too_wide({"a.cpp", full + "\n"}).empty());
  CHECK(too_wide({"a.cpp", full.substr(1) + "…\n"}).empty());
}

TEST_CASE("a line that is too wide is named with its place") {
  const auto found = too_wide({"a.cpp", "int a;\n" + std::string(111, 'x') + "\nint b;\n"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "a.cpp");
  CHECK(found[0].line == 2);
  CHECK(found[0].what == "is 111 characters wide");
}
