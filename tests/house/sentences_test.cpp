#include "tests/house/sentences.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using house::not_looked_up;
using house::reads_like_a_sentence;

namespace {

// What the command line says is not the window's.
constexpr std::array<std::string_view, 2> kCommandLine = {"trainer/app/options.cpp",
                                                          "trainer/app/render_command.cpp"};

std::size_t breaches(std::string text) {
  return not_looked_up({"a.cpp", std::move(text)}).size();
}

}  // namespace

TEST_CASE("every sentence of the window and the report is looked up") {
  const auto files = house::source_files({"trainer/ui", "trainer/app", "trainer/canvas", "trainer/words",
                                          "trainer/report", "trainer/assessment"},
                                         {".cpp", ".h"});
  REQUIRE(files.size() > 100);
  for (const auto& file : files) {
    if (std::find(kCommandLine.begin(), kCommandLine.end(), file.path) != kCommandLine.end()) continue;
    for (const auto& breach : not_looked_up(file))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
  }
}

TEST_CASE("one is told from many in one place") {
  constexpr std::array<std::string_view, 3> kThere = {"trainer/words/counts.cpp", "trainer/words/say.cpp",
                                                      "trainer/words/say.h"};
  for (const auto& file : house::source_files({"trainer"}, {".cpp", ".h"})) {
    if (std::find(kThere.begin(), kThere.end(), file.path) != kThere.end()) continue;
    for (const auto& breach : house::counts_by_itself(file))
      FAIL_CHECK(breach.path << ":" << breach.line << ": " << breach.what);
  }
  const auto found = house::counts_by_itself({"a.cpp", "int a;\nwords::say_count(one, many, n);"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == 2);
}

TEST_CASE("a sentence begins with a capital and goes on in small letters") {
  CHECK(reads_like_a_sentence("Keys and help"));
  CHECK(reads_like_a_sentence("Undo the last press"));
  CHECK_FALSE(reads_like_a_sentence("bar primary"));
  CHECK_FALSE(reads_like_a_sentence("PgUp Shift+W"));
  CHECK_FALSE(reads_like_a_sentence("Enter"));
  CHECK_FALSE(reads_like_a_sentence("{} of {}"));
  CHECK_FALSE(reads_like_a_sentence(""));
}

TEST_CASE("a sentence that is drawn as it is written is found, one that is looked up is not") {
  CHECK(breaches("ui.text(at, \"Keys and help\");") == 1);
  CHECK(breaches("return {\"Keys and help\", 3};") == 1);
  CHECK(breaches("say(\"Keys and help\");") == 1);  // a room's own `say` draws it
  CHECK(breaches("ui.text(at, words::say(\"Keys and help\"));") == 0);
  CHECK(breaches("words::say(on ? \"Keys and help\" : \"Keys or help\");") == 2);  // nobody collects them
  CHECK(breaches("on ? words::say(\"Keys and help\") : words::say(\"Keys or help\");") == 0);
  CHECK(breaches("words::say(\"Keys \"\n    \"Or so it is\", 3);") == 0);
  CHECK(breaches("words::say(\"{} it\", on ? \"Keys and help\" : \"\");") == 1);  // glued
  CHECK(breaches("say_count(\"One of them\", \"Two of them\", n);") == 0);
  CHECK(breaches("constexpr Text kNames[] = {Text(\"Keys and help\")};") == 0);
  CHECK(breaches("constexpr words::Text k = words::Text(\"Keys and help\");") == 0);
  CHECK(breaches("words::say(\"a\"); draw(\"Keys and help\");") == 1);
}

TEST_CASE("what is said in comments and written as a character is passed") {
  CHECK(breaches("// \"Keys and help\"\nint a;") == 0);
  CHECK(breaches("/* \"Keys and help\" */ int a;") == 0);
  CHECK(breaches("f('\"', \"Keys and help\");") == 1);
  CHECK(breaches("f(1'000, \"Keys and help\");") == 1);
  CHECK(breaches("f(R\"(Keys and help)\");") == 0);
}

TEST_CASE("a sentence that is not looked up is named with its line") {
  const auto found = not_looked_up({"a.cpp", "int a;\n\nf(\"Keys and help\");\n"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == 3);
  CHECK(found[0].what == "does not look up \"Keys and help\"");
}
