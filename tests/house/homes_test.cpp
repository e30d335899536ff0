#include "tests/house/homes.h"

#include <doctest/doctest.h>

#include <algorithm>

using house::functions;
using house::SourceFile;
using house::strays;

namespace {

// Named with their reasons. The list gets shorter, never longer.
bool excused(const std::string& path) {
  return path == "trainer/cli/commands.h";  // the list of the commands, each in a file of its own
}

std::vector<std::string> names(std::string_view text, bool bodies) {
  std::vector<std::string> found;
  for (const auto& function : functions(text))
    if (function.body == bodies) found.push_back(function.name);
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what a header declares is defined in the source file beside it") {
  const auto files = house::source_files({"engine", "trainer"}, {".cpp", ".h"});
  REQUIRE(files.size() > 400);
  for (const auto& breach : strays(files))
    if (!excused(breach.path)) FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
}

TEST_CASE("declarations and bodies are told apart, members with their class") {
  const std::string text =
      "namespace a {\n"
      "int f(int x = 3);\n"
      "struct S {\n  int n = 0;\n  void g() const;\n  int h() { return n; }\n};\n"
      "}  // namespace a\n";
  CHECK(names(text, false) == Names{"f", "S::g"});
  CHECK(names(text, true) == Names{"S::h"});
  CHECK(names("void S::g() const {\n  if (n > 0) f(n);\n}\n", true) == Names{"S::g"});
  CHECK(functions("\n\nint f();\n").at(0).line == 3);
}

TEST_CASE("comments, literals and what a file keeps to itself are no functions") {
  CHECK(functions("// int f();\n/* int g(); */\n#define H(x) int h(x);\n").empty());
  CHECK(names("int f() {\n  return size(\"} int g() {\") + '{' + 1'000;\n}\nint k() { return 0; }\n", true) ==
        Names{"f", "k"});
  CHECK(names("const char* s() { return R\"(} int g() {)\"; }\n", true) == Names{"s"});
  CHECK(functions("namespace {\nint f() { return 1; }\n}\n").empty());
  CHECK(functions("const int x = f(3);\nusing F = int;\nenum class E { A, B };\n").empty());
}

TEST_CASE("a file that was cut keeps its header, a screen has a view and what draws it") {
  CHECK(house::belong_together("engine/sim/state.h", "engine/sim/state.cpp"));
  CHECK(house::belong_together("trainer/lessons/rules.h", "trainer/lessons/rules_place.cpp"));
  CHECK(house::belong_together("trainer/ui/home/home_screen.h", "trainer/ui/home/home_draw.cpp"));
  CHECK_FALSE(house::belong_together("engine/sim/state.h", "engine/sim/digest.cpp"));
  CHECK_FALSE(house::belong_together("engine/sim/state.h", "engine/skin/state.cpp"));
  CHECK_FALSE(house::belong_together("engine/sim/state.h", "engine/sim/statement.cpp"));
}

TEST_CASE("a function whose body stands elsewhere is named with both places") {
  const std::vector<SourceFile> files = {{"engine/sim/state.h", "void apply();\nint digest();\n"},
                                         {"engine/sim/state.cpp", "void apply() {}\n"},
                                         {"engine/sim/digest.cpp", "int digest() { return 0; }\n"}};
  const auto found = strays(files);
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "engine/sim/state.h");
  CHECK(found[0].line == 2);
  CHECK(found[0].what == "declares digest, whose body is in engine/sim/digest.cpp");
}
