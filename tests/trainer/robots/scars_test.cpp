// Punctate scars in skin that is worked too: a target of discs inside a target of skin.
#include <doctest/doctest.h>

#include "trainer/assessment/fix.h"
#include "trainer/assessment/live_score.h"
#include "trainer/lessons/check.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

using namespace trainer;

namespace {

constexpr const char* kLesson = R"(
id = "donor"
version = 1
title = "Transplant scars"
summary = "Tone the skin, then each disc."
objectives = ["One to three dots a scar"]
treatment = "practice"
module = 12

[pad]
width_mm = 60
height_mm = 60

[tools]
needle = "1RL-0.25"
rate_hz = 100
set_mm = 1.8
pigment = "grey"
dilution = 14
stretch = 1

[[zones]]
id = "skin"
polygon = [[15, 15], [45, 15], [45, 40], [15, 40]]

[[zones]]
id = "scars"
punctate = { polygon = [[15, 15], [45, 15], [45, 40], [15, 40]], per_cm2 = 10, diameter_mm = 0.9, seed = 4 }

[[targets]]
zone = "skin"
density_cm2 = 70

[[targets]]
zone = "scars"
depth = { low = 0.40, high = 0.60 }

[[steps]]
kind = "needle_work"
title = "Work"

[rubric]
pass = 75
merit = 82
distinction = 90

[[rubric.criteria]]
id = "density"
weight = 20

[[rubric.criteria]]
id = "evenness"
weight = 10

[[rubric.criteria]]
id = "clumps"
weight = 15

[[rubric.criteria]]
id = "naturalness"
weight = 30

[[rubric.criteria]]
id = "depth"
weight = 15

[[rubric.criteria]]
id = "placement"
weight = 10
)";

std::shared_ptr<const assessment::Site> site() {
  static const auto made = assessment::Site::make(lessons::check_text(kLesson, "lesson.toml").findings.empty()
                                                      ? *lessons::read_lesson(kLesson, "lesson.toml").lesson
                                                      : lessons::Lesson{});
  REQUIRE(made.has_value());
  return *made;
}

runner::Attempt attempt_of(std::string_view kind, std::uint64_t seed) {
  return runner::fold(site(), robots::perform(site(), kind, 0.6, seed).value());
}

}  // namespace

TEST_CASE("scars are cut out of the skin round them, and each asks for dots") {
  const auto& targets = site()->targets();
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].scars.empty());
  CHECK(targets[1].scars.middles.size() == 75);  // 10 a square centimetre on 7.5
  CHECK(targets[0].region.area() == doctest::Approx(750.0 - targets[1].region.area()).epsilon(1e-6));
  for (std::size_t i = 0; i < targets[1].scars.middles.size(); ++i)
    CHECK(site()->target_at(*targets[1].plane.address(targets[1].scars.middles[i])) == 1);
}

TEST_CASE("the expert tones scars with distinction, cheats fail, and a fix brings what it promises") {
  for (const auto& kind : robots::kinds()) {
    const auto attempt = attempt_of(kind.name, 5);
    const auto assessed = runner::assess(attempt);
    CAPTURE(kind.name);
    CAPTURE(name(assessed.grade));
    if (kind.cheat || kind.name == "novice") CHECK_FALSE(assessed.passed);
    if (kind.name == "expert") CHECK(assessed.grade == assessment::Grade::Distinction);
    assessment::LiveScore live(site());
    live.follow(runner::work_of(attempt));
    CHECK(live.scores().total == assessed.total);
    for (const auto& line : assessed.ledger)
      if (name(line.cause).find("scars") != std::string_view::npos && line.fix) CHECK(line.gain > 0);
  }
}
