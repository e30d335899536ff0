// Lessons for the tests of the robots.
#pragma once

#include "tests/support/lessons.h"

namespace robots_test {

using support::rectangle;
using support::Vec2;

// A 30 x 30 mm field in the middle of a 60 mm pad.
inline trainer::lessons::Lesson even_field(double density_cm2 = 90.0) {
  using trainer::lessons::StepKind;
  auto lesson = support::field(density_cm2)
                    .step(StepKind::Brief)
                    .step(StepKind::NeedleWork)
                    .step(StepKind::Review)
                    .lesson();
  lesson.id = "even-field";
  return lesson;
}

// A feathered band behind a line that is drawn first.
inline trainer::lessons::Lesson soft_line() {
  using trainer::lessons::StepKind;
  return support::LessonBuilder("soft-line")
      .target(rectangle("band", {5, 15}, {55, 42}), {.density_cm2 = 90.0,
                                                     .gradient = {{engine::core::Mm{5}, 0.30},
                                                                  {engine::core::Mm{10}, 0.60},
                                                                  {engine::core::Mm{15}, 0.85}}})
      .hairline({{5, 15}, {30, 15}, {55, 15}})
      .step(StepKind::Drawing)
      .step(StepKind::NeedleWork)
      .lesson();
}

}  // namespace robots_test
