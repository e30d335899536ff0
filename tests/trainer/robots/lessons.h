// Lessons for the tests of the robots.
#pragma once

#include "trainer/lessons/lesson.h"

namespace robots_test {

using engine::geometry::Vec2;

inline engine::scalp::ZoneSpec rectangle(const std::string& id, Vec2 low, Vec2 high) {
  engine::scalp::PolygonShape shape;
  shape.points = {low, Vec2{high.x, low.y}, high, Vec2{low.x, high.y}};
  return {id, shape};
}

// A 30 x 30 mm field in the middle of a 60 mm pad.
inline trainer::lessons::Lesson even_field(double density_cm2 = 90.0) {
  using trainer::lessons::StepKind;
  trainer::lessons::Lesson lesson;
  lesson.id = "even-field";
  lesson.canvas = engine::scalp::Pad{};
  lesson.zones = {rectangle("field", {15, 15}, {45, 45})};
  lesson.targets = {{.zone = "field", .density_cm2 = density_cm2}};
  lesson.steps = {
      {StepKind::Brief, "Look", ""}, {StepKind::NeedleWork, "Place", ""}, {StepKind::Review, "Review", ""}};
  lesson.rubric = engine::scoring::pad_pattern_rubric();
  return lesson;
}

// A feathered band behind a line that is drawn first.
inline trainer::lessons::Lesson soft_line() {
  using trainer::lessons::StepKind;
  auto lesson = even_field();
  lesson.id = "soft-line";
  lesson.zones = {rectangle("band", {5, 15}, {55, 42})};
  lesson.hairline = {Vec2{5, 15}, Vec2{30, 15}, Vec2{55, 15}};
  lesson.targets = {{.zone = "band", .density_cm2 = 90.0, .gradient = {{5, 0.30}, {10, 0.60}, {15, 0.85}}}};
  lesson.steps = {{StepKind::Drawing, "Draw", ""}, {StepKind::NeedleWork, "Fill", ""}};
  return lesson;
}

}  // namespace robots_test
