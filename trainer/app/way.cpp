#include "trainer/app/way.h"

#include <utility>

#include "trainer/app/house.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/screens/work_screen.h"

namespace trainer::app {

using engine::core::Result;

namespace {

// It cannot go on: it says why and stays.
Next refused(const engine::core::Error& error) {
  return Stay{.said = error.message};
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

Next go(Underway& underway, const runner::Intent& intent, From from) {
  const auto& attempt = underway.attempt();
  if (!underway.ask_again.empty() && runner::goal_of(attempt, intent).finish) {
    underway.asked_again = underway.ask_again.front();
    underway.ask_again.pop_front();
    return to_step(std::move(underway), false);
  }
  const auto healings = attempt.skin.healings.size();
  if (auto done = underway.sitting->act(intent); !done) return refused(done.error());
  if (attempt.finished) return debrief_of(std::move(underway.sitting));
  if (from == From::Work && !runner::question_now(attempt)) return Stay{};
  return to_step(std::move(underway), attempt.skin.healings.size() > healings);
}

Next leave(Underway& underway) {
  underway.sitting->close();
  return Pop{};
}

Next finish(Underway& underway, engine::core::SteadyTime now_us) {
  Sitting& sitting = *underway.sitting;
  if (auto finished = sitting.act(runner::Finish{sitting.time(now_us)}); !finished)
    return refused(finished.error());
  return debrief_of(std::move(underway.sitting));
}

}  // namespace trainer::app
