#include "trainer/app/own_stretch.h"

namespace trainer::app {

std::string OwnStretch::apply(Sitting& sitting, engine::core::AttemptTime t_us) const {
  const auto& attempt = sitting.attempt();
  const auto& lesson = attempt.site->lesson();
  if (sitting.read_only() || attempt.finished || lesson.stretch_by != lessons::StretchBy::Own) return {};
  auto machine = attempt.skin.machine;
  machine.stretch_permille = held_.on() ? lesson.machine.stretch_permille : 0;
  if (machine == attempt.skin.machine) return {};
  const auto done = sitting.act(runner::ChangeMachine{t_us, machine});
  return done ? std::string() : done.error().message;
}

}  // namespace trainer::app
