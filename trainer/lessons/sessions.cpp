#include "trainer/lessons/sessions.h"

namespace trainer::lessons {

std::vector<TreatmentSession> treatment_sessions(const Lesson& lesson) {
  std::vector<TreatmentSession> sessions;
  int visit = 1;
  std::int32_t days = 0;
  bool worked = false;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const Step& step = lesson.steps[i];
    if (step.kind == StepKind::Healing) {
      ++visit;
      days = step.days;
      worked = false;
    }
    if (step.kind != StepKind::NeedleWork) continue;
    if (!worked) sessions.push_back({.first_step = i, .days_before = days, .visit = visit});
    sessions.back().share = step.share;
    worked = true;
  }
  if (sessions.empty()) sessions.emplace_back();
  return sessions;
}

}  // namespace trainer::lessons
