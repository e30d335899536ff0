// Every number of a lesson, one by one: the ends of its range are taken, what lies beyond is refused at its
// place, and so is a value of another type. The ranges are those of docs/lesson-format.md.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cmath>

#include "tests/trainer/lessons/fields.h"
#include "trainer/lessons/writer.h"

using namespace trainer::lessons;
using namespace lesson_fields;

namespace {

struct Numeric {
  Where where;
  const char* key;
  double low, high;
  bool whole = false;
};
const Numeric kNumbers[] = {
    {kTop, "version", 1, 1'000'000, true},
    {kTop, "module", 1, 14, true},
    {kTop, "time_limit_s", 30, 14'400, true},
    {kOfPad, "width_mm", 10, 200},
    {kOfPad, "height_mm", 10, 200},
    {kOfPad, "skin_thickness_mm", 0.5, 3},
    {kOfPad, "hair_cm2", 0, 100},
    {kOfPad, "seed", 0, 9007199254740992.0, true},
    {kOfClient, "age", 18, 90, true},
    {kOfClient, "skin_type", 1, 6, true},
    {kOfClient, "hair_mm", 0.4, 15},
    {kOfClient, "parting_mm", -50, 50},
    {kOfClient, "seed", 0, 9007199254740992.0, true},
    {kTools, "rate_hz", 0, 200},
    {kTools, "set_mm", 0.5, 3.5},
    {kTools, "dilution", 0, 40},
    {kTools, "stroke_mm", 1.5, 4.5},
    {kTools, "stretch", 0, 1},
    {kTarget, "density_cm2", 20, 200},
    {kTarget, "dilution", 0, 40},
    {kStep, "share", 0.05, 1},
    {kStep, "days", 1, 365, true},
    // As far as the other marks of this lesson leave them.
    {kRubric, "pass", 0, 80},
    {kRubric, "merit", 70, 90},
    {kRubric, "distinction", 80, 100},
    {kCriterion, "weight", 1, 100, true},
    {kCriterion, "minimum", 0, 100},
};

std::string number(double value) {
  return fmt::format("{}", value);
}

}  // namespace

TEST_CASE("the lesson that the other tests change is whole") {
  for (const auto& canvas : {kPad, kClient}) {
    const auto reading = read_lesson(base(canvas), "lesson.toml");
    for (const auto& f : reading.findings) CAPTURE(f.message);
    // On a head the square would be an address of the chart, which is one too.
    CHECK(reading.lesson.has_value());
  }
}

TEST_CASE("every number is taken at both ends of its range and between") {
  for (const Numeric& n : kNumbers) {
    takes(n.where, n.key, fmt::format("{:.0f}", n.whole ? n.low : std::ceil(n.low)));
    if (!n.whole) takes(n.where, n.key, number(n.low));
    takes(n.where, n.key, fmt::format("{:.0f}", std::floor(n.high)));
    if (n.high < 1e6 && !n.whole) takes(n.where, n.key, number(n.low + (n.high - n.low) * 0.25));
  }
}

TEST_CASE("every number beyond its range is refused, on either side") {
  for (const Numeric& n : kNumbers) {
    if (std::string(n.where.section) == "rubric") {
      refuses(n.where, n.key, "100.01", "out_of_range");
      refuses(n.where, n.key, "-0.01", "out_of_range");
    } else if (n.high < 1e15) {
      refuses(n.where, n.key, n.whole ? fmt::format("{:.0f}", n.high + 1) : number(n.high + 0.01),
              "out_of_range");
      refuses(n.where, n.key, n.whole ? fmt::format("{:.0f}", n.low - 1) : number(n.low - 0.01),
              "out_of_range");
    } else {
      refuses(n.where, n.key, "9007199254740993", "out_of_range");
      refuses(n.where, n.key, "-1", "out_of_range");
    }
  }
}

TEST_CASE("no number is a text, a switch or a list, and a whole one has no decimals") {
  for (const Numeric& n : kNumbers) {
    for (const char* value : {"\"12\"", "true", "[12]", "{ a = 1 }"})
      refuses(n.where, n.key, value, "wrong_type");
    if (n.whole) refuses(n.where, n.key, number(std::min(n.low, 1e3) + 0.5), "wrong_type");
  }
}

TEST_CASE("nothing that is no number passes for one") {
  for (const Numeric& n : kNumbers)
    for (const char* value : {"nan", "inf", "-inf"}) {
      CAPTURE(n.key);
      CHECK_FALSE(findings_of(n.where, n.key, value).empty());
    }
}

TEST_CASE("points have at most two decimals, so that they are hundredths") {
  for (const char* key : {"pass", "merit", "distinction"}) {
    takes(kRubric, key, key == std::string("pass") ? "70.25" : "80.25");
    CHECK_FALSE(findings_of(kRubric, key, "70.255").empty());
  }
}

TEST_CASE("ramps are pairs of numbers, and every measure has one") {
  for (const char* key : {"density_error",
                          "evenness_r",
                          "evenness_cv",
                          "gap_thin",
                          "gap_radius",
                          "naturalness",
                          "depth_in_band",
                          "depth_sd",
                          "depth_drift",
                          "hairline_assd",
                          "hairline_hd95",
                          "hairline_asymmetry",
                          "hairline_tangent",
                          "hairline_rough",
                          "feather_profile",
                          "feather_width",
                          "dot_size",
                          "shade",
                          "angle",
                          "placement_outside",
                          "placement_on_hair",
                          "scars_toned",
                          "scars_ringed",
                          "scars_beside",
                          "pace"}) {
    takes(kRamps, key, "[1, 0.25]");
    refuses(kRamps, key, "1", "wrong_type");
    for (const char* value : {"[1]", "[1, 2, 3]", "[]"}) CHECK_FALSE(findings_of(kRamps, key, value).empty());
    CHECK(findings_of(kRamps, key, "[1, 1001]").at(0).code == "out_of_range");
    CHECK(findings_of(kRamps, key, "[1, \"a\"]").at(0).code == "wrong_type");
  }
}

TEST_CASE("a value at the end of its range comes back from the writer as it was") {
  for (const Numeric& n : kNumbers)
    for (const double value : {n.low, n.high}) {
      if (value > 1e15) continue;
      const auto reading =
          read_lesson(text_for(n.where, n.key, n.whole ? fmt::format("{:.0f}", value) : number(value)), "");
      if (!reading.lesson) continue;  // other rules forbid it: a pass of 100 above its merit
      CAPTURE(n.key);
      const auto again = read_lesson(write_lesson(*reading.lesson), "");
      REQUIRE(again.lesson.has_value());
      CHECK(*again.lesson == *reading.lesson);
    }
}
