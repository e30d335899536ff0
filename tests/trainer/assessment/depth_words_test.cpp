#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/words.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::skin::DepthSource;
using engine::skin::Dot;

namespace {

std::shared_ptr<const Site> site() {
  lessons::Lesson lesson;
  lesson.canvas = engine::scalp::Pad{};
  engine::scalp::PolygonShape square;
  square.points = {engine::geometry::Vec2{15, 15}, engine::geometry::Vec2{45, 15},
                   engine::geometry::Vec2{45, 45}, engine::geometry::Vec2{15, 45}};
  lesson.zones = {{"field", square}};
  lesson.targets = {{.zone = "field", .density_cm2 = 40.0}};
  lesson.steps = {{lessons::StepKind::NeedleWork, "Place", ""}};
  lesson.rubric = engine::scoring::pad_pattern_rubric();
  lesson.rubric.criteria.push_back({engine::scoring::CriterionId::Depth, 30, {}});
  lesson.rubric.critical = {{engine::scoring::CriticalId::Blowout, 0.0}};
  return Site::make(lesson).value();
}

std::vector<Dot> dots(double delta, DepthSource source) {
  std::vector<Dot> list;
  for (std::uint32_t i = 0; i < 360; ++i) {
    Dot d;
    d.number = i;
    d.t_us = i * 1'000'000;
    d.closed_us = d.t_us + 150'000;
    d.at = engine::scalp::canvas_point_from_mm(
        {15 + 30 * engine::core::draw_unit(1, "x", i), 15 + 30 * engine::core::draw_unit(1, "y", i)});
    d.thickness_um = 1180;
    d.deposit_depth_um = static_cast<std::int32_t>(delta * 1180);
    d.diameter_um = 250;
    d.reach_um = 1450;
    d.stretch_permille = 1000;
    d.depth_source = source;
    list.push_back(d);
  }
  return list;
}

std::string advice(double delta, DepthSource source, std::string_view cause) {
  const auto all = dots(delta, source);
  const Assessment a = assess(*site(), {all, {}, 0}, Gains::Skip);
  for (const auto* lines : {&a.remarks, &a.ledger})
    for (const auto& line : *lines)
      if (line.cause_id == cause) return line.advice;
  return "no line of " + std::string(cause);
}

}  // namespace

TEST_CASE("the ledger tells a pen to press otherwise, and a mouse to lift at another time") {
  CHECK(advice(0.85, DepthSource::Measured, "too_deep").find("Press more lightly") == 0);
  CHECK(advice(0.85, DepthSource::Simulated, "too_deep").find("Lift a little earlier") == 0);
  CHECK(advice(0.25, DepthSource::Measured, "too_shallow").find("press a touch harder") != std::string::npos);
  CHECK(advice(0.25, DepthSource::Simulated, "too_shallow").find("stay a touch longer") != std::string::npos);
  CHECK(advice(1.3, DepthSource::Measured, "blowout").find("Press much more lightly") == 0);
  CHECK(advice(1.3, DepthSource::Simulated, "blowout").find("Lift much sooner") == 0);
}

TEST_CASE("what most of the named dots were made by decides; without names, most of those that are there") {
  auto mixed = dots(0.5, DepthSource::Simulated);
  for (std::size_t i = 0; i < 3; ++i) mixed[i].depth_source = DepthSource::Measured;
  const std::vector<std::uint32_t> pens = {0, 1, 2, 9}, mice = {2, 7, 8, 9}, half = {0, 9}, none;
  CHECK(mends(mixed, pens) == Mends::Pressure);
  CHECK(mends(mixed, mice) == Mends::Time);
  CHECK(mends(mixed, half) == Mends::Time);
  CHECK(mends(mixed, none) == Mends::Time);
  for (std::size_t i = 3; i < mixed.size(); ++i) mixed[i].withdrawn = true;
  CHECK(mends(mixed, none) == Mends::Pressure);
  CHECK(mends({}, none) == Mends::Time);
}
