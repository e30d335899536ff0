// The course of the first minutes: which cross comes next, what was answered, when the window is full.
#pragma once

#include <array>
#include <vector>

#include "engine/skin/dot.h"
#include "trainer/app/eye.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/first_run_screen.h"

namespace trainer::app {

class FirstMinutes {
 public:
  [[nodiscard]] const ui::FirstRunState& state() const { return state_; }
  // Looks for dots that have closed since the last call.
  void follow(const runner::Attempt& attempt);
  void next();   // the primary button
  void skip();   // the quiet one
  [[nodiscard]] bool over() const { return over_; }

  // The cross to hit now; nothing in the later parts.
  [[nodiscard]] std::optional<CanvasPoint> cross() const;
  // The part of the pad to look at.
  struct Place { CanvasPoint low, high; bool fit; };
  [[nodiscard]] Place place() const;

 private:
  void answer(const runner::Attempt& attempt, const engine::skin::Dot& dot);
  void enter(ui::FirstPart part);

  ui::FirstRunState state_;
  std::size_t seen_ = 0;   // dots looked at
  bool over_ = false;
};

// The expert's dots for the window, moved beside the trainee's.
std::vector<engine::skin::Dot> expert_beside(const runner::Attempt& attempt);
CanvasPoint window_low();
constexpr std::int32_t kWindowUm = 15'000, kBesideUm = 20'000;

}  // namespace trainer::app
