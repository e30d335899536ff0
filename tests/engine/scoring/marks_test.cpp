// Criteria that judge each mark by itself: size, angle, shade, placement; and pace, which judges them in
// order.
#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "engine/scoring/angle.h"
#include "engine/scoring/pace.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/size.h"

using namespace engine::scoring;

namespace {

// A square grid of 10 x 10 dots one millimetre apart, in the order they are placed.
Field hundred_dots() {
  Field field;
  field.region = Region::rectangle({0, 0}, {10, 10});
  field.target.plateau_per_mm2 = 1.0;
  for (std::uint32_t i = 0; i < 100; ++i)
    field.dots.push_back({.number = i,
                          .angle_known = true,
                          .at = {0.5 + i % 10, 0.5 + i / 10},
                          .delta = 0.55,
                          .diameter = engine::core::Mm{0.28},
                          .angle = engine::core::Degrees{88.0}});
  return field;
}

const Ramps kRamps;

}  // namespace

TEST_CASE("size: 80 of 100 dots in the band are two thirds of the ramp, and both sides are named") {
  Field field = hundred_dots();
  CHECK(size(field, kRamps).score == 10000);
  for (std::size_t i = 0; i < 15; ++i) field.dots[i].diameter = engine::core::Mm{0.36};
  for (std::size_t i = 15; i < 20; ++i) field.dots[i].diameter = engine::core::Mm{0.19};
  const auto result = size(field, kRamps);
  CHECK(result.score == 6667);  // (0.80 - 0.50) / (0.95 - 0.50)
  REQUIRE(result.causes.size() == 2);
  CHECK(result.causes[0].id == CauseId::TooLarge);
  CHECK(result.causes[0].dots.size() == 15);
  CHECK(result.causes[0].share == doctest::Approx(0.75));
  CHECK(result.causes[1].id == CauseId::TooSmall);
  CHECK(result.causes[1].dots == std::vector<std::uint32_t>{15, 16, 17, 18, 19});
}

TEST_CASE("size: the edges of the band belong to it, and an unknown depth leaves the size unjudged") {
  Field field = hundred_dots();
  for (auto& dot : field.dots) dot.diameter = engine::core::Mm{dot.number % 2 == 0 ? 0.20 : 0.35};
  CHECK(size(field, kRamps).score == 10000);
  field.dots[3].depth_known = false;
  CHECK_FALSE(size(field, kRamps).score.has_value());
}

TEST_CASE("angle: judged only when every dot's tilt was measured") {
  Field field = hundred_dots();
  for (std::size_t i = 0; i < 50; ++i) field.dots[i].angle = engine::core::Degrees{70.0};
  const auto result = angle(field, kRamps);
  CHECK(result.score == 0);
  REQUIRE(result.causes.size() == 1);
  CHECK(result.causes[0].id == CauseId::TooSlanted);
  field.dots[99].angle_known = false;
  CHECK_FALSE(angle(field, kRamps).score.has_value());
}

TEST_CASE("shade: rungs of the ladder are one step apart, with straight lines between") {
  const double rungs[] = {25, 20, 16, 12, 9, 6, 3, 1, 0};
  for (int i = 0; i < 9; ++i) CHECK(shade_step(rungs[i]) == doctest::Approx(i));
  CHECK(shade_step(14) == doctest::Approx(2.5));
  CHECK(shade_step(30) == doctest::Approx(-1.0));
}

TEST_CASE("shade: one step too dark costs a third, and a single dark dot is named") {
  Field field = hundred_dots();
  field.dilution = 16;
  for (auto& dot : field.dots) dot.dilution = 12;
  CHECK(shade(field, kRamps).score == 6667);
  for (auto& dot : field.dots) dot.dilution = 16;
  CHECK(shade(field, kRamps).score == 10000);
  field.dots[42].dilution = 6;
  const auto result = shade(field, kRamps);
  REQUIRE(result.causes.size() == 1);
  CHECK(result.causes[0].id == CauseId::TooDark);
  CHECK(result.causes[0].dots == std::vector<std::uint32_t>{42});
}

TEST_CASE("placement: strays cost by their share of all marks, and can be taken away") {
  Field field = hundred_dots();
  CHECK(placement(field, kRamps).score == 10000);
  field.strays.dots = {{.number = 100, .at = {12, 5}}, {.number = 101, .at = {13, 5}}};
  field.strays.share = 0.0425;
  const auto result = placement(field, kRamps);
  CHECK(result.score == 5000);
  REQUIRE(result.causes.size() == 1);
  CHECK(result.causes[0].id == CauseId::Outside);
  CHECK(result.causes[0].fix->remove == std::vector<std::uint32_t>{100, 101});
}

TEST_CASE("placement: one dot in a no-go zone leaves nothing, in every field of the attempt") {
  Field touched = hundred_dots(), other = hundred_dots();
  touched.strays.forbidden = {{.number = 100, .at = {12, 5}}};
  touched.strays.any_forbidden = other.strays.any_forbidden = true;
  touched.strays.share = other.strays.share = 1.0 / 201.0;
  CHECK(placement(touched, kRamps).score == 0);
  CHECK(placement(touched, kRamps).causes.at(0).id == CauseId::Forbidden);
  CHECK(placement(other, kRamps).score == 0);
  CHECK(placement(other, kRamps).causes.empty());
}

TEST_CASE("pace: steady work keeps its points, depth that grows by a fifth loses most of them") {
  Field field = hundred_dots();
  CHECK(pace(field, measure_pace(field, LocalDensity(field)), kRamps).score == 10000);
  for (std::size_t i = 67; i < 100; ++i) field.dots[i].delta = 0.55 * 1.20;
  const auto result = pace(field, measure_pace(field, LocalDensity(field)), kRamps);
  CHECK(result.score == 2941);  // (0.25 - 0.20) / (0.25 - 0.08)
  REQUIRE(result.causes.size() == 1);
  CHECK(result.causes[0].id == CauseId::DepthChanged);
  CHECK(result.causes[0].dots.front() == 67);
}

TEST_CASE("pace: spacing counts relative to what is asked there, so a gradient is no change of pace") {
  Field field = hundred_dots();
  field.target.line = {{0, 0}, {10, 0}};
  field.target.steps = {{engine::core::Mm{5}, 0.25}};
  for (auto& dot : field.dots)  // in front every second column and row would be asked: twice the spacing
    if (dot.at.y < 5) dot.at = {0.5 + 2.0 * (dot.number % 5), 0.5 - 2.0 * (dot.number / 5)};
  const auto even = pace(field, measure_pace(field, LocalDensity(field)), kRamps);
  field.target.steps.clear();
  field.target.line.clear();
  const auto judged_flat = pace(field, measure_pace(field, LocalDensity(field)), kRamps);
  REQUIRE(judged_flat.score.has_value());
  CHECK(*judged_flat.score == 0);
  CHECK(*even.score > *judged_flat.score);
}

TEST_CASE("a field without dots is not judged by any of them") {
  Field field = hundred_dots();
  field.dots.clear();
  CHECK_FALSE(size(field, kRamps).score.has_value());
  CHECK_FALSE(angle(field, kRamps).score.has_value());
  CHECK_FALSE(shade(field, kRamps).score.has_value());
  CHECK_FALSE(placement(field, kRamps).score.has_value());
  CHECK_FALSE(pace(field, measure_pace(field, LocalDensity(field)), kRamps).score.has_value());
}
