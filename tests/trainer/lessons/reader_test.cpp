#include "trainer/lessons/reader.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "tests/trainer/lessons/files.h"

using namespace trainer::lessons;

namespace {

struct Expected {
  int line, column;
  std::string key, code;
};

std::string even_dots() {
  return source_text("lessons/even-dots/lesson.toml");
}

// The one finding of a text that has a single mistake.
Finding only(const std::string& text) {
  const Reading reading = read_lesson(text, "lesson.toml");
  REQUIRE_FALSE(reading.lesson);
  CAPTURE(reading.findings.front().message);
  CAPTURE(reading.findings.back().message);
  REQUIRE(reading.findings.size() == 1);
  return reading.findings.front();
}

}  // namespace

TEST_CASE("a lesson is read into its values") {
  const Reading reading = read_lesson(even_dots(), "lesson.toml");
  REQUIRE(reading.lesson);
  CHECK(reading.findings.empty());
  const Lesson& lesson = *reading.lesson;
  CHECK(lesson.id == "even-dots");
  CHECK(lesson.module == 4);
  CHECK(lesson.objectives.size() == 4);
  CHECK(lesson.machine.needle == engine::skin::Needle{1, 250});
  CHECK(lesson.machine.rate_mhz == 100'000);
  CHECK(lesson.machine.set_um == 1800);
  CHECK(lesson.machine.dilution_milli == 14'000);
  CHECK(lesson.machine.stretch_permille == 1000);
  REQUIRE(std::holds_alternative<engine::scalp::Pad>(lesson.canvas));
  CHECK(std::get<engine::scalp::Pad>(lesson.canvas).width.value == 60.0);
  REQUIRE(lesson.targets.size() == 1);
  CHECK(lesson.targets[0].density_cm2 == 40.0);
  REQUIRE(lesson.rubric.criteria.size() == 5);
  CHECK(lesson.rubric.criteria[4] ==
        engine::scoring::CriterionRule{engine::scoring::CriterionId::Naturalness, 25, {}});
  CHECK(lesson.rubric.pass == 7500);
  CHECK(lesson.steps[1].kind == StepKind::NeedleWork);
  CHECK(lesson.undo_allowed);
  CHECK_FALSE(lesson.time_limit_s);
}

TEST_CASE("a head, its landmarks and its gradient are read") {
  const Reading reading = read_lesson(source_text("lessons/soft-hairline/lesson.toml"), "");
  REQUIRE(reading.lesson);
  const auto& client = std::get<engine::scalp::Client>(reading.lesson->canvas);
  CHECK(client.age == 42);
  CHECK(client.loss_class == "norwood_5");
  REQUIRE(reading.lesson->hairline.size() == 5);
  const engine::scalp::FromLandmark first{engine::scalp::Landmark::Mfp, engine::core::Mm{-24},
                                          engine::core::Mm{2.4}};
  CHECK(std::get<engine::scalp::FromLandmark>(reading.lesson->hairline[0]) == first);
  const auto& band = std::get<engine::scalp::BandShape>(reading.lesson->zones[0].shape);
  CHECK(band.to.value == 25.0);
  CHECK(band.curve.size() == 5);
  const std::vector<engine::scoring::GradientStep> steps{
      {engine::core::Mm{5}, 0.30}, {engine::core::Mm{10}, 0.60}, {engine::core::Mm{15}, 0.85}};
  CHECK(reading.lesson->targets[0].gradient == steps);
  CHECK(reading.lesson->rubric.critical[1].limit == 8.0);
}

TEST_CASE("ten different mistakes give ten findings, each in its place") {
  const Reading reading =
      read_lesson(source_text("tests/data/lessons/ten-mistakes.toml"), "ten-mistakes.toml");
  CHECK_FALSE(reading.lesson);
  const std::vector<Expected> expected{
      {2, 6, "id", "bad_text"},
      {4, 1, "sumary", "unknown_key"},
      {6, 13, "treatment", "not_a_choice"},
      {7, 10, "module", "out_of_range"},
      {8, 9, "cues[0]", "not_a_choice"},
      {11, 12, "pad.width_mm", "wrong_type"},
      {12, 13, "pad.height_mm", "out_of_range"},
      {15, 10, "tools.needle", "bad_text"},
      {22, 8, "targets[0].zone", "unknown_zone"},
      {32, 1, "rubric.criteria[0].weight", "missing_key"},
  };
  REQUIRE(reading.findings.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Finding& finding = reading.findings[i];
    CAPTURE(finding.message);
    CHECK(finding.key == expected[i].key);
    CHECK(finding.line == expected[i].line);
    CHECK(finding.column == expected[i].column);
    CHECK(finding.code == expected[i].code);
    CHECK(finding.severity == "error");
    CHECK(finding.file == "ten-mistakes.toml");
    CHECK_FALSE(finding.found.empty());
    CHECK_FALSE(finding.expected.empty());
  }
}

TEST_CASE("an unknown key names the nearest known one") {
  const Finding finding = only(changed(even_dots(), "density_cm2", "denstiy_cm2"));
  CHECK(finding.code == "unknown_key");
  CHECK(finding.key == "targets[0].denstiy_cm2");
  CHECK(finding.expected == "\"density_cm2\"");
}

TEST_CASE("an unknown key like no other lists the known ones") {
  const Finding finding = only(changed(even_dots(), "[pad]", "[pad]\ncolour_of_the_table = 1"));
  CHECK(finding.expected == "one of the keys width_mm, height_mm, skin_thickness_mm, hair_cm2, seed");
}

TEST_CASE("an error of syntax stands alone, with its place") {
  const Finding finding = only("id = \"a\"\ntitle = \"not closed\nmodule = 1\n");
  CHECK(finding.code == "syntax");
  CHECK(finding.line == 2);
}

TEST_CASE("a key given twice is an error of syntax") {
  CHECK(only("id = \"a\"\nid = \"b\"\n").line == 2);
}

TEST_CASE("columns count characters, not bytes") {
  const Finding finding = only(changed(even_dots(), "objectives = [", "objectives = [\"äöü\", 5,"));
  CHECK(finding.key == "objectives[1]");
  CHECK(finding.column == 22);
}

TEST_CASE("a whole number is taken where a number is meant, and never the other way round") {
  CHECK(only(changed(even_dots(), "module = 4", "module = 4.0")).code == "wrong_type");
  CHECK(read_lesson(changed(even_dots(), "density_cm2 = 40", "density_cm2 = 40.0"), "").lesson);
}

TEST_CASE("numbers are finite and inside their range, both ends included") {
  for (const char* bad : {"inf", "-inf", "nan", "19.999", "200.001", "1e308"}) {
    CAPTURE(bad);
    CHECK(only(changed(even_dots(), "density_cm2 = 40", std::string("density_cm2 = ") + bad)).code ==
          "out_of_range");
  }
  for (const char* good : {"20", "200", "2e2"}) {
    CAPTURE(good);
    CHECK(read_lesson(changed(even_dots(), "density_cm2 = 40", std::string("density_cm2 = ") + good), "")
              .lesson);
  }
}

TEST_CASE("points of a rubric have at most two decimals") {
  const auto with = [](const char* mark) {
    return changed(even_dots(), "pass = 75", std::string("pass = ") + mark);
  };
  CHECK(read_lesson(with("74.25"), "").lesson->rubric.pass == 7425);
  CHECK(only(with("74.255")).code == "out_of_range");
}

TEST_CASE("control characters have no place in a text") {
  CHECK(only(changed(even_dots(), "Spacing: loose", "Spacing:\\u0000loose")).code == "bad_text");
  CHECK(only(changed(even_dots(), "Spacing: loose", "Spacing:\\nloose")).code == "bad_text");
  CHECK(read_lesson(changed(even_dots(), "no rows, no pairs", "no rows,\\nno pairs"), "").lesson);
}

TEST_CASE("a canvas is a pad or a client, never both and never none") {
  CHECK(only(even_dots() + "\n[client]\nage = 30\n").code == "conflict");
  const std::string none = changed(
      changed(changed(changed(even_dots(), "[pad]\n", ""), "width_mm = 60\n", ""), "height_mm = 60\n", ""),
      "skin_thickness_mm = 1.18\n", "");
  const Finding finding = only(none);
  CHECK(finding.code == "missing_key");
  CHECK(finding.expected == "exactly one of pad, client");
}

TEST_CASE("a zone has exactly one shape") {
  const std::string two =
      changed(even_dots(), "id = \"square\"", "id = \"square\"\ndisc = { centre = [30, 30], radius_mm = 5 }");
  CHECK(only(two).key == "zones[0].disc");
}

TEST_CASE("a text of one mebibyte is read, one byte more is refused") {
  std::string text = even_dots() + "#";
  text.resize(kMostTextBytes, 'x');
  CHECK(read_lesson(text, "").lesson);
  CHECK(only(text + "x").code == "limit");
}

TEST_CASE("nesting stops at 32 levels, wherever it comes from") {
  const auto lists = [](int n) {
    return "x = " + std::string(static_cast<std::size_t>(n), '[') +
           std::string(static_cast<std::size_t>(n), ']');
  };
  CHECK(read_lesson(lists(30), "").findings.front().code != "limit");
  CHECK(only(lists(33)).code == "limit");
  CHECK(only(lists(300'000)).code == "limit");
  std::string dotted = "a";
  for (int i = 0; i < 200'000; ++i) dotted += ".a";
  CHECK(only(dotted + " = 1").code == "limit");
  CHECK(only("[" + dotted + "]").code == "limit");
  CHECK(only("x = { " + dotted + " = 1 }").code == "limit");
}

TEST_CASE("brackets inside texts and comments are not nesting") {
  const std::string brackets(100, '[');
  CHECK(read_lesson(changed(even_dots(), "no holes", "no " + brackets), "").findings.empty());
  CHECK(read_lesson("# " + brackets + "\n" + even_dots(), "").lesson);
}

TEST_CASE("texts and keys beyond their limits are refused") {
  const std::string key(kMostKeyBytes, 'k');
  CHECK(only(even_dots() + "\n[pad." + key + "]\n").code == "unknown_key");
  CHECK(only(even_dots() + "\n[pad." + key + "k]\n").code == "limit");
  const std::string text(kMostStringBytes, 't');
  CHECK(only(changed(even_dots(), "Spacing: loose triangles", text)).code == "out_of_range");
  CHECK(only(changed(even_dots(), "Spacing: loose triangles", text + "t")).code == "limit");
}

TEST_CASE("a flood of mistakes is cut off and says so") {
  std::string text = even_dots() + "\n[rubric.ramps]\n";
  for (int i = 0; i < 2000; ++i) text += "nonsense_number_" + std::to_string(i) + "_of_many = 1\n";
  const Reading reading = read_lesson(text, "");
  CHECK(reading.findings.size() == kMostFindings + 1);
}

TEST_CASE("no damage to a lesson can crash the reader") {
  const std::vector<std::string> originals{even_dots(), source_text("lessons/soft-hairline/lesson.toml"),
                                           source_text("tests/data/lessons/ten-mistakes.toml")};
  const std::string spice = "[]{}.,=\"'\\#\n\t0-e_+:T\xC3\xFF";
  int readable = 0;
  for (std::uint64_t round = 0; round < 3000; ++round) {
    std::string text = originals[round % originals.size()];
    const auto hits = 1 + engine::core::draw_below(1, "hits", round, 6);
    for (std::uint64_t h = 0; h < hits; ++h) {
      const std::uint64_t n = round * 8 + h;
      const auto at = engine::core::draw_below(2, "place", n, text.size());
      const char letter = spice[engine::core::draw_below(3, "letter", n, spice.size())];
      const auto kind = engine::core::draw_below(4, "kind", n, 4);
      if (kind == 0) text[at] = letter;
      if (kind == 1) text.insert(at, 1, letter);
      if (kind == 2) text.erase(at, 1 + engine::core::draw_below(5, "length", n, 20));
      if (kind == 3) text[at] = static_cast<char>(engine::core::draw_below(6, "byte", n, 256));
    }
    const Reading reading = read_lesson(text, "");
    CHECK(reading.lesson.has_value() != has_errors(reading.findings));
    if (reading.lesson) ++readable;
  }
  CHECK(readable > 0);     // some damage hits only words
  CHECK(readable < 3000);  // most does not
}
