// Criterion: theory (docs/scoring.md 1). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/scoring/criterion.h"

namespace engine::scoring {

// A question and what was answered first; indices of answers from 0. Nothing given counts as wrong.
struct TheoryAnswer {
  std::int32_t right = 0;
  std::optional<std::int32_t> given = {};
};

// Share of the questions answered rightly, in percent (docs/scoring.md 1: no ramp). No score without any.
// Metrics: questions, right, wrong, unanswered. One cause a question missed, in their order, all of one
// share: wrong_answer, no_answer.
CriterionResult theory(std::span<const TheoryAnswer> answers);

}  // namespace engine::scoring
