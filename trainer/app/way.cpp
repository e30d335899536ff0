#include "trainer/app/way.h"

#include <utility>

#include "trainer/app/house.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/screens/work_screen.h"

namespace trainer::app {

using engine::core::Result;
using lessons::StepKind;

namespace {

// It cannot go on: it says why and stays.
Next refused(const engine::core::Error& error) {
  return Stay{.said = error.message};
}

Result<void> step_on(Underway& underway, std::int64_t now_us) {
  return underway.sitting->act(runner::NextStep{underway.sitting->time(now_us)});
}

}  // namespace

Next to_step(Underway underway, bool healed) {
  // Openers can be copied, an attempt cannot.
  auto carried = std::make_shared<Underway>(std::move(underway));
  return Replace{[carried, healed](House& house) -> Result<std::unique_ptr<Screen>> {
    if (carried->question())
      return std::make_unique<TheoryScreen>(std::move(*carried), house.picture, house.preferences, healed);
    return std::make_unique<WorkScreen>(std::move(*carried), house.picture, house.preferences, house.devices,
                                        house.feel, healed);
  }};
}

Next to_next_step(Underway& underway, std::int64_t now_us) {
  const auto& steps = underway.attempt().site->lesson().steps;
  bool healed = false;
  for (;;) {
    const auto next = static_cast<std::size_t>(underway.attempt().step) + 1;
    if (next >= steps.size() || steps[next].kind == StepKind::Review) return hand_in(underway, now_us);
    if (auto done = step_on(underway, now_us); !done) return refused(done.error());
    healed = healed || steps[next].kind == StepKind::Healing;
    if (steps[next].kind == StepKind::Healing || steps[next].kind == StepKind::Brief) continue;
    return to_step(std::move(underway), healed);
  }
}

Next hand_in(Underway& underway, std::int64_t now_us) {
  const auto& steps = underway.attempt().site->lesson().steps;
  std::size_t step = static_cast<std::size_t>(underway.attempt().step) + 1;
  while (step < steps.size() && steps[step].kind != StepKind::Theory && steps[step].kind != StepKind::Healing)
    ++step;
  if (step < steps.size() && steps[step].kind == StepKind::Theory) {
    while (static_cast<std::size_t>(underway.attempt().step) < step)
      if (auto done = step_on(underway, now_us); !done) return refused(done.error());
    return to_step(std::move(underway), false);
  }
  if (underway.ask_again.empty()) return finish(underway, now_us);
  underway.asked_again = underway.ask_again.front();
  underway.ask_again.pop_front();
  return to_step(std::move(underway), false);
}

Next leave(Underway& underway) {
  underway.sitting->close();
  return Pop{.said = underway.sitting->saving_trouble()};
}

Next finish(Underway& underway, std::int64_t now_us) {
  Sitting& sitting = *underway.sitting;
  if (auto finished = sitting.act(runner::Finish{sitting.time(now_us)}); !finished)
    return refused(finished.error());
  return debrief_of(std::move(underway.sitting));
}

}  // namespace trainer::app
