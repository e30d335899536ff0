#include "engine/scoring/theory.h"

namespace engine::scoring {

CriterionResult theory(std::span<const TheoryAnswer> answers) {
  CriterionResult result{.id = CriterionId::Theory, .score = {}, .metrics = {}, .causes = {}};
  if (answers.empty()) return result;
  std::size_t unanswered = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const TheoryAnswer& a = answers[i];
    if (a.given == a.right) continue;
    unanswered += a.given ? 0 : 1;
    result.causes.push_back(
        {.id = a.given ? CauseId::WrongAnswer : CauseId::NoAnswer, .fix = {}, .question = i});
  }
  const auto n = static_cast<double>(answers.size()), missed = static_cast<double>(result.causes.size());
  for (Cause& cause : result.causes) cause.share = 1.0 / missed;
  result.score = hundredths(100.0 * (n - missed) / n);
  result.metrics = {{"questions", n},
                    {"right", n - missed},
                    {"wrong", missed - static_cast<double>(unanswered)},
                    {"unanswered", static_cast<double>(unanswered)}};
  return result;
}

}  // namespace engine::scoring
