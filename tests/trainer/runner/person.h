// Somebody who works: what is decided is done. For tests of the runner.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/lessons.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/way.h"

namespace runner_test {

using trainer::lessons::StepKind;

struct Person {
  trainer::runner::Attempt attempt;
  std::vector<trainer::runner::AttemptEvent> events;
  engine::core::AttemptTime t;

  explicit Person(const trainer::lessons::Lesson& lesson)
      : attempt(trainer::runner::begin(trainer::assessment::Site::make(lesson).value())) {}
  explicit Person(const support::LessonBuilder& lesson) : Person(lesson.lesson()) {}

  void act(const trainer::runner::Intent& intent) {
    const auto decided = trainer::runner::decide(attempt, intent, {});
    REQUIRE_MESSAGE(decided.has_value(), static_cast<int>(decided.error().why));
    for (const auto& event : *decided) {
      trainer::runner::apply(attempt, event);
      events.push_back(event);
    }
  }
  // Why it is refused; nothing when it is not. Nothing is done.
  [[nodiscard]] std::optional<trainer::runner::Refusal> refused(const trainer::runner::Intent& intent) const {
    const auto before = trainer::runner::digest(attempt);
    const auto decided = trainer::runner::decide(attempt, intent, {});
    CHECK(trainer::runner::digest(attempt) == before);
    return decided ? std::nullopt : std::optional(decided.error());
  }

  void move(double x_mm, double y_mm, bool contact, std::optional<std::uint16_t> pressure = {}) {
    act(trainer::runner::MoveNeedle{{.t_us = t,
                                     .at = engine::scalp::canvas_point_from_mm({x_mm, y_mm}),
                                     .pressure = pressure,
                                     .tilt = {},
                                     .contact = contact}});
  }
  void tap(double x_mm, double y_mm, engine::core::Span dwell_us = engine::core::Span{150'000},
           std::optional<std::uint16_t> pressure = {}) {
    t += engine::core::Span{500'000};
    move(x_mm, y_mm, true, pressure);
    t += dwell_us;
    move(x_mm, y_mm, false);
  }
  // On a square grid from (20.5, 20.5) mm, seven in a row.
  void taps(int dots, double apart_mm = 1.5) {
    for (int i = 0; i < dots; ++i) tap(20.5 + apart_mm * (i % 7), 20.5 + apart_mm * (i / 7));
  }
  void answer(std::int32_t choice) {
    act(trainer::runner::AnswerQuestion{t, static_cast<std::int32_t>(*trainer::runner::question_now(attempt)),
                                        choice});
  }
  void draw() { act(trainer::runner::DrawHairline{t, {{20'000, 20'000}, {30'000, 20'000}}}); }
  [[nodiscard]] StepKind kind() const {
    return attempt.site->lesson().steps[static_cast<std::size_t>(attempt.step)].kind;
  }
};

}  // namespace runner_test
