// From a text to a tree with places, from the tree to values and back, and what is said of it.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "engine/core/draw.h"
#include "trainer/lessons/convert.h"
#include "trainer/lessons/nearest.h"
#include "trainer/lessons/nesting.h"
#include "trainer/lessons/toml_tree.h"

using namespace trainer::lessons;
using engine::core::Mm;
using engine::scalp::FromLandmark;
using engine::scalp::Landmark;
using engine::scalp::PointSpec;
using engine::scalp::Vec2;

namespace {

Value tree(const std::string& text) {
  TomlTree parsed = parse_toml(text);
  REQUIRE_MESSAGE(parsed.root.has_value(), text);
  CHECK(parsed.findings.empty());
  return *parsed.root;
}
Finding refusal(const std::string& text) {
  const TomlTree parsed = parse_toml(text);
  CHECK_FALSE(parsed.root.has_value());
  REQUIRE(parsed.findings.size() == 1);
  return parsed.findings[0];
}

// What is assigned from the value of `from` must be `from` again.
template <class T>
void comes_back(const T& from, T other) {
  const auto value = to_value(from);
  REQUIRE(value.has_value());
  assign(other, *value);
  CHECK(other == from);
}

std::string repeated(const std::string& text, int n) {
  std::string all;
  for (int i = 0; i < n; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a tree keeps kinds apart, and integers count as numbers") {
  const Value root = tree(
      "whole = 3\nreal = 3.0\nword = \"3\"\nflag = true\nlist = [1, 2]\ntable = { a = 1 }\nday = "
      "2024-02-29\nhour = "
      "07:30:00\n");
  REQUIRE(root.as<Table>() != nullptr);
  CHECK(root.as<Table>()->members.size() == 8);
  CHECK(*root.find("whole")->as<std::int64_t>() == 3);
  CHECK(root.find("whole")->as<double>() == nullptr);
  CHECK(root.find("whole")->number() == 3.0);
  CHECK(*root.find("real")->as<double>() == 3.0);
  CHECK(root.find("word")->as<std::string>() != nullptr);
  CHECK_FALSE(root.find("word")->is_number());
  CHECK_FALSE(root.find("flag")->is_number());
  CHECK(root.find("list")->items().size() == 2);
  CHECK(root.find("table")->find("a")->number() == 1.0);
  CHECK(root.find("table")->find("b") == nullptr);
  CHECK(root.find("day")->as<Other>()->what == "date");
  CHECK(root.find("hour")->as<Other>()->what == "time");
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("members stand in the order of the file, each with the place of its key and of its value") {
  const Value root =
      tree("# a comment\nzebra = 1\n\n  apple = [10,\n    20]\n[middle]\n\"ä\" = \"ü\"\nb = 2\n");
  const auto& members = root.as<Table>()->members;
  REQUIRE(members.size() == 3);
  CHECK(members[0].key == "zebra");
  CHECK(members[1].key == "apple");
  CHECK(members[2].key == "middle");
  CHECK(members[0].at == Place{2, 1});
  CHECK(members[0].value.at == Place{2, 9});
  CHECK(members[1].at == Place{4, 3});
  CHECK(members[1].value.at == Place{4, 11});
  CHECK(members[1].value.items()[0].at == Place{4, 12});
  CHECK(members[1].value.items()[1].at == Place{5, 5});
}

TEST_CASE("an empty text is an empty table, and so is one of comments and blank lines") {
  for (const char* text : {"", "\n", "# nothing\n", "   \n\t\n# still nothing"})
    CHECK(tree(text).as<Table>()->members.empty());
}

TEST_CASE("the first error of syntax stands alone, where it is") {
  struct Wrong {
    std::string text;
    int line;
  };
  for (const auto& [text, line] :
       {Wrong{"a = \n", 1}, Wrong{"a = 1\nb == 2\n", 2}, Wrong{"a = 1\na = 2\n", 2}, Wrong{"\n\n[open\n", 3},
        Wrong{"a = [1, 2", 1}, Wrong{"a = 01\n", 1}, Wrong{"a = 1 b = 2\n", 1}, Wrong{"a = \"open\n", 1},
        Wrong{"a = 1_\n", 1}, Wrong{"[a]\nb = 1\n[a]\n", 3}, Wrong{"a = '\x01'\n", 1}}) {
    CAPTURE(text);
    const Finding f = refusal(text);
    CHECK(f.code == "syntax");
    CHECK(f.severity == "error");
    CHECK(f.line == line);
    CHECK(f.column > 0);
    CHECK(f.message.starts_with("this is not TOML: "));
  }
}

TEST_CASE("bytes that are no UTF-8 are no text") {
  for (const char* text : {"a = \"\xff\"\n", "a = \"\xc3\"\n", "\xfe = 1\n", "a = \"\xed\xa0\x80\"\n"})
    CHECK(refusal(text).code == "syntax");
}

TEST_CASE("how deep brackets and dots go is known before anything is parsed") {
  CHECK_FALSE(too_deep("a = [[[1]]]", 3).has_value());
  CHECK(too_deep("a = [[[1]]]", 2) == Place{1, 7});
  CHECK(too_deep("a = [\n [\n  [1]]]", 2) == Place{3, 3});
  CHECK(too_deep("a = { b = { c = 1 } }", 1) == Place{1, 11});
  CHECK_FALSE(too_deep("a = [1]\nb = [2]\nc = [3]", 1).has_value());  // one after the other, not inside
  CHECK_FALSE(too_deep("a = [[], [], []]", 2).has_value());
  CHECK(too_deep("a.b.c = 1", 2) == Place{1, 4});
  CHECK_FALSE(too_deep("a.b = 1\na.c = 2\n[a.d]\ne.f = 3", 2).has_value());
  CHECK_FALSE(too_deep("]]]]a = [1]", 1).has_value());  // closing what is not open opens nothing
}

TEST_CASE("brackets in texts and comments are none") {
  for (const char* text : {"a = \"[[[\"", "a = '[[['", "# [[[\na = 1", "a = \"\"\"\n[[[\"\n\"\"\"",
                           "a = '''[[['''", "a = \"\\\"[[[\"", "a = '\\'\nb = 1 # [[["})
    CHECK_MESSAGE(!too_deep(text, 1).has_value(), text);
  CHECK(too_deep("a = \"x\" # [\nb = [[1]]", 1) == Place{2, 6});
  CHECK(too_deep("a = '''x''' \nb = [[1]]", 1) == Place{2, 6});
  CHECK(too_deep("a = \"open\nb = [[1]]", 1) == Place{2, 6});  // not closed: the line ends it
  CHECK(too_deep("\u00e4 = [[1]]", 1) == Place{1, 6});         // columns count characters
}

TEST_CASE("nesting is refused from the 33rd level on") {
  CHECK(parse_toml("a = " + repeated("[", 31) + repeated("]", 31)).root.has_value());
  CHECK(refusal("a = " + repeated("[", 33) + repeated("]", 33)).code == "limit");
  CHECK(refusal(repeated("a.", 40) + "a = 1").code == "limit");
  CHECK(refusal("a = " + repeated("[", 200'000)).code == "limit");  // no stack is spent on it
}

TEST_CASE("a key or a text that is too long is refused where it stands") {
  CHECK(parse_toml(std::string(256, 'k') + " = 1").root.has_value());
  const Finding key = refusal("a = 1\n" + std::string(257, 'k') + " = 1");
  CHECK(key.code == "limit");
  CHECK(key.line == 2);
  CHECK(parse_toml("a = \"" + std::string(65'536, 'x') + "\"").root.has_value());
  CHECK(refusal("a = \"" + std::string(65'537, 'x') + "\"").code == "limit");
}

TEST_CASE("a number is written as short as it can be, always as one with decimals, and reads back") {
  CHECK(decimal(1.0) == "1.0");
  CHECK(decimal(-3.0) == "-3.0");
  CHECK(decimal(0.1) == "0.1");
  CHECK(decimal(0.0) == "0.0");
  CHECK(decimal(1e300) == "1e+300");
  CHECK(decimal(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(decimal(std::nan("")) == "nan");
  for (std::uint64_t i = 0; i < 300; ++i) {
    const double x =
        (engine::core::draw_unit(3, "x", i) - 0.5) * std::pow(10.0, static_cast<double>(i % 30) - 15.0);
    CHECK(std::stod(decimal(x)) == x);
    CHECK(tree("a = " + decimal(x)).find("a")->number() == x);
  }
}

TEST_CASE("what was found is told in a few characters, in one line") {
  CHECK(describe(value_of(true)) == "true");
  CHECK(describe(value_of(std::int64_t{-12})) == "-12");
  CHECK(describe(value_of(0.5)) == "0.5");
  CHECK(describe(value_of(std::string("word"))) == "\"word\"");
  CHECK(describe(list_of({value_of(1.0), value_of(2.0)})) == "a list of 2");
  CHECK(describe(table_of({})) == "a table");
  CHECK(describe(*tree("a = 2024-01-01").find("a")) == "a date");
  CHECK(describe(value_of(std::string("two\nlines\a"))) == "\"two?lines?\"");
  CHECK(describe(value_of(std::string(40, 'x'))) == '"' + std::string(40, 'x') + '"');
  CHECK(describe(value_of(std::string(41, 'x'))) == '"' + std::string(40, 'x') + "...\"");
  // A letter of two bytes is not cut in two.
  CHECK(describe(value_of(std::string(39, 'x') + "\u00e4y")) == '"' + std::string(39, 'x') + "\u00e4...\"");
}

TEST_CASE("the name that was meant is the one with the fewest slips, or none") {
  const std::vector<std::string> names{"density", "depth", "size", "shade", "pace"};
  struct Slip {
    const char *word, *meant;
  };
  for (const auto& [word, meant] :
       {Slip{"densty", "density"}, Slip{"desnity", "density"}, Slip{"densitys", "density"},
        Slip{"depht", "depth"}, Slip{"sizw", "size"}, Slip{"shadow", "shade"}, Slip{"pac", "pace"},
        Slip{"xyz", ""}, Slip{"pxxe", ""}, Slip{"", ""}, Slip{"DENSITY", ""}, Slip{"density", "density"}})
    CHECK_MESSAGE(nearest(word, names) == meant, word);
  CHECK(nearest("ab", {"ac", "ad"}) == "ac");  // of two as near, the first
  CHECK(nearest("word", {}).empty());
  CHECK(nearest(std::string(64, 'x'), {std::string(64, 'x')}) == std::string(64, 'x'));
  CHECK(nearest(std::string(65, 'x'), {std::string(65, 'x')}).empty());  // too long to guess at
}

TEST_CASE("values come back from what they are written as") {
  comes_back(std::string("word"), std::string());
  comes_back(true, false);
  comes_back(-7, 0);
  comes_back(std::uint64_t{9007199254740992}, std::uint64_t{0});
  comes_back(0.1, 0.0);
  comes_back(Mm{12.5}, Mm{0});
  comes_back(engine::core::PerCm2{90}, engine::core::PerCm2{0});
  comes_back(std::vector<std::string>{"a", "b", "a"}, {});
  comes_back(engine::skin::parse_needle("3RL-0.30LT").value(), engine::skin::Needle{});
  comes_back(engine::scoring::Ramp{0.5, 0.25}, engine::scoring::Ramp{});
  comes_back(engine::scoring::Band{0.3, 0.6}, engine::scoring::Band{});
  comes_back(
      std::vector<engine::scoring::GradientStep>{{engine::core::Mm{5}, 0.3}, {engine::core::Mm{10}, 0.6}},
      {});
  comes_back(PointSpec{Vec2{3.5, -2}}, PointSpec{});
  for (std::size_t i = 0; i < landmark_names().size(); ++i)
    comes_back(PointSpec{FromLandmark{static_cast<Landmark>(i), Mm{-4}, Mm{2.5}}}, PointSpec{});
  comes_back(std::vector<PointSpec>{Vec2{1, 2}, FromLandmark{Landmark::Whorl, Mm{1}, Mm{2}}}, {});
}

TEST_CASE("an empty text, an empty list and a number that is not given are not written at all") {
  CHECK_FALSE(to_value(std::string()).has_value());
  CHECK_FALSE(to_value(std::vector<std::string>{}).has_value());
  CHECK_FALSE(to_value(std::vector<PointSpec>{}).has_value());
  CHECK_FALSE(to_value(std::optional<int>{}).has_value());
  CHECK_FALSE(to_value(std::optional<double>{}).has_value());
  CHECK(to_value(std::optional<int>{0}).has_value());
  CHECK(to_value(false).has_value());
}

TEST_CASE("a list that is assigned takes the place of what was there; half a band leaves the other half") {
  std::vector<std::string> words{"old", "older", "oldest"};
  assign(words, *tree("a = [\"new\"]").find("a"));
  CHECK(words == std::vector<std::string>{"new"});
  engine::scoring::Band band{0.1, 0.9};
  assign(band, *tree("a = { low = 0.4 }").find("a"));
  CHECK(band == engine::scoring::Band{0.4, 0.9});
  PointSpec point = Vec2{1, 1};
  assign(point, *tree("a = { from = \"inion\", back_mm = -3 }").find("a"));
  CHECK(point == PointSpec{FromLandmark{Landmark::Inion, Mm{0}, Mm{-3}}});
}

TEST_CASE("a finding is one sentence that says what stands there and what should") {
  Finding f{.file = "lesson.toml",
            .line = 3,
            .column = 8,
            .key = "pad.width_mm",
            .severity = "error",
            .code = "out_of_range",
            .found = "999",
            .expected = "10 to 200 mm",
            .message = "this is above the range"};
  CHECK(sentence(f) == "pad.width_mm: this is above the range; found 999, expected 10 to 200 mm");
  f.found = "";
  CHECK(sentence(f) == "pad.width_mm: this is above the range; expected 10 to 200 mm");
  f.expected = "";
  f.key = "";
  CHECK(sentence(f) == "this is above the range");
  f.found = "999";
  f.message = "999 is above the range";  // told already, not told again
  CHECK(sentence(f) == "999 is above the range");
}

TEST_CASE("the first error stands for all, with its place; warnings are none") {
  const Finding warning{.line = 1, .severity = "warning", .message = "long"};
  const Finding error{
      .file = "a.toml", .line = 7, .column = 2, .key = "id", .severity = "error", .message = "bad"};
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning}));
  CHECK(has_errors({warning, error}));
  const auto first = first_error({warning, error, {.severity = "error", .message = "later"}});
  CHECK(first.message == "id: bad");
  CHECK(first.file == "a.toml");
  CHECK(first.line == 7);
  CHECK(first.column == 2);
  CHECK_FALSE(first_error({{.severity = "error", .message = "unreadable"}}).line.has_value());
}

TEST_CASE("findings are sorted by line, column and key, and those of one place keep their order") {
  std::vector<Finding> all{{.line = 2, .column = 1, .key = "b", .message = "4"},
                           {.line = 1, .column = 9, .key = "a", .message = "2"},
                           {.line = 2, .column = 1, .key = "a", .message = "3"},
                           {.line = 1, .column = 2, .key = "z", .message = "1"},
                           {.line = 2, .column = 1, .key = "b", .message = "5"}};
  sort_findings(all);
  std::string order;
  for (const Finding& f : all) order += f.message;
  CHECK(order == "12345");
}
