#include "trainer/lessons/steps.h"

#include <algorithm>

namespace trainer::lessons {

bool has_step(const Lesson& lesson, StepKind kind) {
  return std::any_of(lesson.steps.begin(), lesson.steps.end(),
                     [kind](const Step& step) { return step.kind == kind; });
}

std::vector<std::size_t> question_steps(const Lesson& lesson) {
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i)
    if (lesson.steps[i].kind == StepKind::Theory) steps.push_back(i);
  return steps;
}

}  // namespace trainer::lessons
