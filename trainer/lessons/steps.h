// Finding steps of a lesson.
#pragma once

#include <cstddef>
#include <vector>

#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

bool has_step(const Lesson& lesson, StepKind kind);
// The steps that ask a question, in order: question i of the lesson is that of step question_steps()[i].
std::vector<std::size_t> question_steps(const Lesson& lesson);

}  // namespace trainer::lessons
