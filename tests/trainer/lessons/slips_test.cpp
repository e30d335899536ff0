#include "trainer/lessons/slips.h"

#include <doctest/doctest.h>

#include "trainer/lessons/reader.h"

using namespace trainer::lessons;

namespace {

// What the reader says of a lesson that holds this line.
std::string said_of(const std::string& line) {
  const Reading reading = read_lesson("id = \"a\"\n" + line + "\n", "lesson.toml");
  REQUIRE_FALSE(reading.findings.empty());
  CHECK(reading.findings[0].code == "syntax");
  CHECK(reading.findings[0].line == 2);
  return reading.findings[0].message;
}

struct Slip {
  const char *line, *words;
};

}  // namespace

TEST_CASE("what people type by mistake is named with what to write instead") {
  for (const Slip& slip : {
           Slip{"title = \u201CLoose triangles\u201D", "straight quotes"},
           Slip{"title = \u00ABTriangles\u00BB", "straight quotes"},
           Slip{"title = \u201ETriangles\u201C", "straight quotes"},
           Slip{"title = \u2018Triangles\u2019", "straight quotes"},
           Slip{"undo = yes", "write true for yes"},
           Slip{"undo = No", "write false for No"},
           Slip{"undo = True", "write true for True"},
           Slip{"undo = on  # while learning", "write true for on"},
           Slip{"title = Loose triangles", "\"Loose triangles\""},
           Slip{"pass = 0,5", "0.5"},
           Slip{"pass =", "nothing stands behind the ="},
           Slip{"title: \"Triangles\"", "joined by ="},
           Slip{"pass mark = 70", "no space"},
           Slip{"title = \"C:\\pictures\"", "backslash"},
           Slip{"title = \"Triangles", "no closing quote"},
           Slip{"width_mm = 60 mm", "without a unit: 60"},
           Slip{"width_mm = 60mm", "without a unit: 60"},
           Slip{"pass = 40%", "without a unit: 40"},
           Slip{"pass = 60;", "no semicolon stands behind a value: 60"},
           Slip{"needle = 1RL-0.25", "straight quotes: \"1RL-0.25\""},
           Slip{"title = `Triangles`", "backticks"},
           Slip{"pass = \u201360", "a hyphen (-)"},
           Slip{"pass = \u221260", "a hyphen (-)"},
           Slip{"pass == 60", "one = joins"},
           Slip{"pass = 60 // percent", "begins with #"},
           Slip{"// percent", "begins with #"},
           Slip{"pass =\u00A060", "a no-break space"},
           Slip{"pass =\u200B60", "zero-width space"},
           Slip{"pass = .5", "is written 0.5"},
           Slip{"pass = -.5", "is written -0.5"},
           Slip{"pass = 60.", "is written 60"},
           Slip{"pass = 060", "is written 60"},
           Slip{"pass 60", "joined by ="},
           Slip{"zones = [\"a\" \"b\"]", "a comma stands between"},
           Slip{"title = \"caf\xE9\"", "save it as UTF-8"},
       }) {
    CAPTURE(slip.line);
    CHECK(said_of(slip.line).find(slip.words) != std::string::npos);
  }
}

TEST_CASE("a heading that stands in single brackets where others stand in double ones is named") {
  for (const char* text :
       {"[[steps]]\nkind = 1\n[steps]\nkind = 2\n", "[steps]\nkind = 1\n[[steps]]\nkind = 2\n"}) {
    const Reading reading = read_lesson(text, "lesson.toml");
    REQUIRE_FALSE(reading.findings.empty());
    CHECK(reading.findings[0].line == 3);
    CHECK(reading.findings[0].message.find("is headed [[...]] each time") != std::string::npos);
  }
}

TEST_CASE("what cannot be told keeps the parser's own words") {
  CHECK(said_of("[[[").starts_with("this is not TOML: "));
  CHECK(said_of("[[[").size() > std::string("this is not TOML: ").size());
  CHECK(typing_slip("", {1, 1}).empty());
  CHECK(typing_slip("a = 1\n", {9, 1}).empty());
}
