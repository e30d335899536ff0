#include "trainer/lessons/sessions.h"

namespace trainer::lessons {

std::vector<std::size_t> question_steps(const Lesson& lesson) {
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i)
    if (lesson.steps[i].kind == StepKind::Theory) steps.push_back(i);
  return steps;
}

std::vector<TreatmentSession> treatment_sessions(const Lesson& lesson) {
  std::vector<TreatmentSession> sessions(1);
  bool worked = false;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const Step& step = lesson.steps[i];
    if (step.kind == StepKind::Healing) {
      sessions.push_back({.days_before = step.days});
      worked = false;
    }
    if (step.kind != StepKind::NeedleWork) continue;
    if (!worked) sessions.back().first_step = i;
    sessions.back().share = step.share;
    worked = true;
  }
  return sessions;
}

}  // namespace trainer::lessons
