// An attempt that somebody is in the middle of, on its way from screen to screen.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/screen.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

struct Underway {
  std::unique_ptr<Sitting> sitting;             // closed when it goes
  std::deque<std::size_t> ask_again = {};       // questions, before the work is handed in
  std::optional<std::size_t> asked_again = {};  // the one of them that is on the screen

  [[nodiscard]] const runner::Attempt& attempt() const { return sitting->attempt(); }
  // That is on the screen, or would be.
  [[nodiscard]] std::optional<std::size_t> question() const {
    return asked_again ? asked_again : runner::question_now(attempt());
  }
};

// The screen of the current step, in place of the one that asks. `healed`: a note of what the skin has kept
// lies on it.
Next to_step(Underway underway, bool healed);
// By GoOn, EndSession or HandIn, to the screen of what waits then; to the debrief when nothing is left, after
// what shall be asked again. From work: where a hand is waited for again, its screen stays.
enum class From { Question, Work };
Next go(Underway& underway, const runner::Intent& intent, From from);
// Home: what was done is kept, and can be gone on with.
Next leave(Underway& underway);
// The lesson's time is up, or nothing is left to ask.
Next finish(Underway& underway, engine::core::SteadyTime now_us);

}  // namespace trainer::app
