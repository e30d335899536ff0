// The lesson's questions and what was answered.
#pragma once

#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

// Over all questions of the lesson; no score where it has none.
engine::scoring::CriterionResult judge_theory(const Site& site,
                                              std::span<const std::optional<Answer>> answers);

// The line of a question that was missed: which one, in words, why, and when it was answered.
LedgerLine question_line(const Work& work, const engine::scoring::Cause& cause);

// The answers, that question answered rightly.
std::vector<std::optional<Answer>> with_right_answer(const Site& site,
                                                     std::span<const std::optional<Answer>> answers,
                                                     std::size_t question);

// A lesson of questions alone is finished when it is handed in: there are no dots to count.
bool asks_questions_only(const Site& site);

}  // namespace trainer::assessment
