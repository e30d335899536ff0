// The course of the first minutes: which cross comes next, what was answered, when the window is full.
#pragma once

#include <array>
#include <vector>

#include "engine/skin/dot.h"
#include "trainer/canvas/eye.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/first_run/first_run_screen.h"

namespace trainer::app {

using engine::scalp::CanvasPoint;

// Everything follows from the attempt: the part from its step, the answers from its dots. So undo takes an
// answer back, and after a crash the record alone brings everything back.
class FirstMinutes {
 public:
  [[nodiscard]] const ui::FirstRunState& state() const { return state_; }
  void follow(const runner::Attempt& attempt);

  enum class Onward { NextStep, Leave };
  [[nodiscard]] Onward next() const;  // the primary button
  [[nodiscard]] Onward skip() const;  // the quiet one

  // The cross to hit now; nothing in the later parts.
  [[nodiscard]] std::optional<CanvasPoint> cross() const;
  // The part of the pad to look at.
  struct Place {
    CanvasPoint low, high;
    bool fit;
    double points_per_mm = engine::sim::kLeastWorkingZoom;
  };
  [[nodiscard]] Place place() const;

 private:
  ui::FirstRunState state_;
};

// The expert's dots for the window, moved beside the trainee's.
std::vector<engine::skin::Dot> expert_beside(const runner::Attempt& attempt);
CanvasPoint window_low();
constexpr std::int32_t kWindowUm = 15'000, kBesideUm = 20'000;

}  // namespace trainer::app
