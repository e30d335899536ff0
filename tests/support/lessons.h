// Lessons for tests, put together piece by piece: only what a test is about stands in the test. Without any
// call it is a practice pad of 60 x 60 mm with nothing to work, judged by the pattern criteria.
#pragma once

#include <string>
#include <vector>

#include "trainer/lessons/lesson.h"

namespace support {

using engine::geometry::Vec2;
using trainer::lessons::Lesson;
using trainer::lessons::StepKind;

engine::scalp::ZoneSpec rectangle(const std::string& id, Vec2 low, Vec2 high);
engine::scalp::ZoneSpec square(const std::string& id, double low, double high);

// A question with "First", "Second", ... to choose from.
trainer::lessons::Step question(int right, int answers = 2);

class LessonBuilder {
 public:
  explicit LessonBuilder(const std::string& id = "test");

  LessonBuilder& pad(double width_mm, double height_mm, double skin_mm = 1.18);
  // A head; zones and hairline are then addresses of its chart.
  LessonBuilder& client(const engine::scalp::Client& client);

  LessonBuilder& zone(const engine::scalp::ZoneSpec& zone);
  // A zone that is to be worked. `target.zone` is set to the zone's id.
  LessonBuilder& target(const engine::scalp::ZoneSpec& zone, trainer::lessons::Target target);
  LessonBuilder& target(const engine::scalp::ZoneSpec& zone, double density_cm2);
  LessonBuilder& no_go(const engine::scalp::ZoneSpec& zone);
  LessonBuilder& tissue(engine::scalp::TissueKind kind, const std::string& zone);
  LessonBuilder& hairline(const std::vector<Vec2>& points);

  LessonBuilder& step(StepKind kind, const std::string& title = "");  // the kind's own word without a title
  LessonBuilder& step(const trainer::lessons::Step& step);
  // Needle work so often with healing between: each visit leaves its share of the final density.
  LessonBuilder& sessions(const std::vector<double>& shares, int days = 30);

  // The first call of `judged` takes away the pattern criteria.
  LessonBuilder& judged(engine::scoring::CriterionId id, int weight = 10, std::optional<int> minimum = {});
  LessonBuilder& also_judged(engine::scoring::CriterionId id, int weight = 10);
  LessonBuilder& critical(engine::scoring::CriticalId id, double limit);

  [[nodiscard]] const Lesson& lesson() const { return lesson_; }
  // For what has no word above.
  LessonBuilder& with(void (*change)(Lesson&));
  // As lesson.toml.
  [[nodiscard]] std::string text() const;

 private:
  Lesson lesson_;
  bool own_criteria_ = false;
};

// 30 x 30 mm in the middle of the pad, worked in one step: 360 dots at 40 per cm2.
LessonBuilder field(double density_cm2 = 40.0);

}  // namespace support
