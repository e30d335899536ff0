// Work over what earlier treatment sessions left.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/judge.h"

using namespace engine;
using namespace engine::scoring;

namespace {

constexpr double kSide = 30.0;

// Dots at random that keep their distance.
std::vector<Vec2> darts(std::size_t count, double apart) {
  std::vector<Vec2> placed;
  for (std::uint64_t i = 0; placed.size() < count && i < 400'000; ++i) {
    const Vec2 p = kSide * Vec2{core::draw_unit(3, "x", i), core::draw_unit(3, "y", i)};
    if (std::none_of(placed.begin(), placed.end(), [&](Vec2 q) { return glm::length(p - q) < apart; }))
      placed.push_back(p);
  }
  return placed;
}

// The first `old` of an even field of 90 per cm2 are healed dots, the rest is new.
Field layered(std::size_t old) {
  Field field;
  field.region = Region::rectangle({0, 0}, {kSide, kSide});
  field.target.plateau_per_mm2 = 0.9;
  field.of_lesson = true;
  const auto places = darts(810, 0.70 / std::sqrt(0.9));
  for (std::size_t i = 0; i < places.size(); ++i)
    (i < old ? field.old_dots : field.dots)
        .push_back({.number = static_cast<std::uint32_t>(i), .at = places[i]});
  return field;
}

const CriterionResult& of(const std::vector<CriterionResult>& results, CriterionId id) {
  return *std::find_if(results.begin(), results.end(), [id](const auto& r) { return r.id == id; });
}

}  // namespace

TEST_CASE("what is healed counts as field and as neighbour: half and half is as good as all at once") {
  const auto once = judge(layered(0), pad_pattern_rubric()),
             twice = judge(layered(400), pad_pattern_rubric());
  for (const auto id : {CriterionId::Density, CriterionId::Gaps, CriterionId::Naturalness})
    CHECK(of(once, id).score == of(twice, id).score);
  CHECK(*of(twice, CriterionId::Evenness).score > 9500);
  CHECK(*of(twice, CriterionId::Clumps).score == 10000);
}

TEST_CASE("new dots on old ones are named, with the new dots alone") {
  Field field = layered(400);
  for (std::size_t i = 0; i < 80; ++i) field.dots[i].at = field.old_dots[2 * i].at + Vec2{0.05, 0.05};
  const auto clumps = of(judge(field, pad_pattern_rubric()), CriterionId::Clumps);
  REQUIRE(clumps.score.has_value());
  CHECK(*clumps.score < 5000);
  REQUIRE_FALSE(clumps.causes.empty());
  CHECK(clumps.causes.front().id == CauseId::OverOldDot);
  CHECK(clumps.causes.front().count == 80);
  for (const auto number : clumps.causes.front().dots) CHECK(number >= 400);
}

TEST_CASE("doublets among old dots are nobody's fault any more") {
  Field field = layered(400);
  for (std::size_t i = 0; i + 1 < 120; i += 2)
    field.old_dots[i].at = field.old_dots[i + 1].at + Vec2{0.05, 0.05};
  CHECK(*of(judge(field, pad_pattern_rubric()), CriterionId::Clumps).score > 9500);
}

TEST_CASE("a pattern that old and new dots make together is a pattern") {
  Field field = layered(0);
  field.dots.clear();
  std::uint32_t number = 0;
  for (int half = 0; half < 2; ++half)
    for (int y = half; y < 28; y += 2)
      for (int x = 0; x < 28; ++x)
        (half == 0 ? field.old_dots : field.dots)
            .push_back({.number = number++, .at = {0.5 + 1.054 * x, 0.5 + 1.054 * y}});
  const auto rows = of(judge(field, pad_pattern_rubric()), CriterionId::Naturalness);
  CHECK(*rows.score < 1000);
  for (const auto dot : rows.causes.front().dots) CHECK(dot >= field.dots.front().number);
}

TEST_CASE(
    "a first layer may be off by five points of the final density, and too dense costs twice too sparse") {
  Field field = layered(0);
  const auto with = [&](std::size_t dots, Layer layer) {
    Field f = field;
    std::vector<FieldDot> kept;  // spread over the field
    for (std::size_t i = 0; i < dots; ++i) kept.push_back(field.dots[i * field.dots.size() / dots]);
    f.dots = kept;
    f.target.plateau_per_mm2 = 0.9 * 0.3;
    f.layer = layer;
    return *of(judge(f, pad_pattern_rubric()), CriterionId::Density).score;
  };
  const Layer first{.over_weight = 2.0, .free_over = 0.22, .free_under = 0.26, .last = false}, only{};
  CHECK(with(270, first) > with(270, only));
  Layer strict = first;
  strict.over_weight = 1.5;
  CHECK(with(340, first) < with(340, strict));
}

TEST_CASE("edge and passage are looked at when the last session ends") {
  Field field = layered(0);
  field.target.line = field.target_hairline = {{-1, 0}, {31, 0}};
  field.target.steps = {
      {engine::core::Mm{5}, 0.3}, {engine::core::Mm{10}, 0.6}, {engine::core::Mm{15}, 0.85}};
  field.draws_hairline = false;
  field.hair_beside = {{-1, 15}};
  Rubric rubric;
  for (const auto id : {CriterionId::Hairline, CriterionId::Feathering, CriterionId::Blending})
    rubric.criteria.push_back({.id = id, .weight = 10, .minimum = {}});
  for (const auto& c : judge(field, rubric)) CHECK(c.score.has_value());
  field.layer.last = false;
  for (const auto& c : judge(field, rubric)) CHECK_FALSE(c.score.has_value());
}
