#include "trainer/lessons/check.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/trainer/lessons/files.h"

using namespace trainer::lessons;
using engine::geometry::Region;
using engine::geometry::Vec2;

namespace {

std::string even_dots() {
  return source_text("lessons/even-dots/lesson.toml");
}

Checked with_square(const std::string& polygon, const std::string& density) {
  const std::string text = changed(even_dots(), "[[15, 15], [45, 15], [45, 45], [15, 45]]", polygon);
  return check_text(changed(text, "density_cm2 = 40", "density_cm2 = " + density), "lesson.toml");
}

// Corners of a square of this side in the middle of the pad.
std::string square(double side) {
  const std::string a = std::to_string(30 - side / 2), b = std::to_string(30 + side / 2);
  return "[[" + a + "," + a + "],[" + b + "," + a + "],[" + b + "," + b + "],[" + a + "," + b + "]]";
}

std::vector<std::string> judged_by(const Checked& checked) {
  std::vector<std::string> names;
  for (const Finding& finding : checked.findings)
    if (finding.code == "too_small") names.push_back(finding.message.substr(finding.message.rfind(' ') + 1));
  return names;
}

}  // namespace

TEST_CASE("every shipped lesson checks clean") {
  for (const char* id : {"first-dots", "even-dots", "soft-hairline", "between-hairs"}) {
    CAPTURE(id);
    const Checked checked = check_text(source_text("lessons/" + std::string(id) + "/lesson.toml"), id);
    for (const Finding& finding : checked.findings)
      CHECK_MESSAGE(false, finding.key << ": " << finding.message);
    CHECK(checked.ok());
    CHECK(checked.targets.size() == 1);
    CHECK(checked.dots >= 60.0);
    CHECK(checked.dots <= kMostDots);
  }
}

TEST_CASE("the pad lesson asks for 360 dots in a little over seven minutes, the first window for about 200") {
  const Checked even = check_text(even_dots(), "");
  CHECK(even.dots == doctest::Approx(360.0).epsilon(1e-9));
  CHECK(even.minutes == doctest::Approx(7.2).epsilon(1e-9));
  const Checked first = check_text(source_text("lessons/first-dots/lesson.toml"), "");
  CHECK(first.dots == doctest::Approx(202.8).epsilon(1e-9));
}

TEST_CASE("asked dots are the integral of the density over the zone") {
  const auto region = Region::rectangle({0, 0}, {40, 25});
  engine::scoring::TargetDensity density;
  density.plateau_per_mm2 = 0.7;
  CHECK(asked_dots(region, density) == doctest::Approx(700.0).epsilon(1e-12));
  density.line = {{-10, 0}, {50, 0}};
  density.steps = {{engine::core::Mm{5}, 0.30}, {engine::core::Mm{10}, 0.60}, {engine::core::Mm{15}, 0.85}};
  // 40 mm x (5 x 0.30 + 5 x 0.60 + 5 x 0.85 + 10 x 1) mm x 0.7 dots/mm2
  CHECK(asked_dots(region, density) == doctest::Approx(525.0).epsilon(1e-3));
}

TEST_CASE("asked dots of a slanted zone are right within one per mille, and the same at each call") {
  const auto region = Region::make({{{{0, 0}, {30, 10}, {20, 40}, {-10, 30}}, false}}).value();
  engine::scoring::TargetDensity density;
  density.plateau_per_mm2 = 1.0;
  density.line = {{-100, -10}, {100, -10}};
  density.steps = {{engine::core::Mm{30}, 0.5}};
  // Half the density below y = 20: the square's centre is (10, 20), so exactly half of its 1000 mm2.
  CHECK(asked_dots(region, density) == doctest::Approx(750.0).epsilon(1e-3));
  CHECK(asked_dots(region, density) == asked_dots(region, density));
}

TEST_CASE("a zone too small for a criterion is refused, criterion by criterion") {
  using Names = std::vector<std::string>;
  CHECK(judged_by(with_square(square(20), "20")).empty());                                      // 80 dots
  CHECK(judged_by(with_square(square(17), "20")) == Names{"naturalness"});                      // 57.8
  CHECK(judged_by(with_square(square(12), "20")) == Names{"evenness", "gaps", "naturalness"});  // 28.8
  CHECK(judged_by(with_square(square(8), "20")).size() == 5);                                   // 12.8
  CHECK_FALSE(with_square(square(17), "20").ok());
}

TEST_CASE("a finding about size stands at its target") {
  const Checked checked = with_square(square(17), "20");
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].key == "targets[0]");
  CHECK(checked.findings[0].line == 34);
  CHECK(checked.findings[0].found == "57.8 dots");
  CHECK(checked.findings[0].expected == "at least 60 dots");
}

TEST_CASE("more than 700 dots are a warning, not an error") {
  const Checked at = with_square(square(30), "77.7");
  CHECK(at.findings.empty());
  const Checked above = with_square(square(30), "78");
  REQUIRE(above.findings.size() == 1);
  CHECK(above.findings[0].severity == "warning");
  CHECK(above.findings[0].code == "long_exercise");
  CHECK(above.ok());
}

TEST_CASE("a zone that leaves the pad or crosses itself is refused") {
  for (const char* polygon : {"[[15, 15], [75, 15], [45, 45]]", "[[15, 15], [45, 45], [45, 15], [15, 45]]"}) {
    CAPTURE(polygon);
    const Checked checked = with_square(polygon, "40");
    REQUIRE_FALSE(checked.findings.empty());
    CHECK(checked.findings[0].code == "bad_zone");
    CHECK_FALSE(checked.ok());
  }
}

TEST_CASE("a hairline zone is at least 25 mm deep and 40 mm long") {
  const std::string hairline = source_text("lessons/soft-hairline/lesson.toml");
  const auto too_small = [&](const Checked& checked) {
    for (const Finding& finding : checked.findings)
      if (finding.code == "too_small") return true;
    return false;
  };
  CHECK_FALSE(too_small(check_text(hairline, "")));
  CHECK(too_small(check_text(changed(hairline, "to_mm = 25 }", "to_mm = 20 }"), "")));
}

TEST_CASE("asked dots of a target by its lesson agree with the check") {
  const Reading reading = read_lesson(even_dots(), "");
  const auto canvas = make_canvas(*reading.lesson);
  REQUIRE(canvas);
  CHECK(asked_dots(*reading.lesson, *canvas, reading.lesson->targets[0]).value() ==
        check_text(even_dots(), "").dots);
  Target elsewhere;
  elsewhere.zone = "nowhere";
  CHECK_FALSE(asked_dots(*reading.lesson, *canvas, elsewhere));
}

TEST_CASE("a no-go zone that no rule watches is a warning") {
  const auto with = [](const std::string& rules) {
    const std::string text = changed(even_dots(), "module = 4\n", "module = 4\nno_go = [\"mole\"]\n");
    return check_text(
        text + "\n[[zones]]\nid = \"mole\"\ndisc = { centre = [30, 30], radius_mm = 4 }\n" + rules, "");
  };
  const Checked alone = with("");
  REQUIRE(alone.findings.size() == 1);
  CHECK(alone.findings[0].severity == "warning");
  CHECK(alone.findings[0].code == "unwatched");
  CHECK(with("\n[[rubric.critical]]\nid = \"no_go\"\nlimit = 0\n").findings.empty());
}

TEST_CASE(
    "punctate scars have no density of their own, and a lesson of nothing else is judged by what can see "
    "them") {
  const auto with = [](const std::string& target) {
    std::string text = changed(
        even_dots(), "polygon = [[15, 15], [45, 15], [45, 45], [15, 45]]",
        "punctate = { polygon = [[15, 15], [45, 15], [45, 45], [15, 45]], per_cm2 = 8, diameter_mm = 0.9 }");
    return check_text(changed(text, "density_cm2 = 40\n", target), "");
  };
  const Checked dense = with("density_cm2 = 40\n");
  REQUIRE_FALSE(dense.findings.empty());
  CHECK(dense.findings[0].key == "targets[0].density_cm2");
  CHECK(dense.findings[0].code == "conflict");
  const Checked unseen = with("");
  REQUIRE(unseen.findings.size() == 3);  // evenness, clumps, gaps
  for (const auto& finding : unseen.findings) CHECK(finding.code == "not_seen");
  CHECK(unseen.dots == 108.0);  // 72 scars
}
