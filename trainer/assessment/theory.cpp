#include "trainer/assessment/theory.h"

#include "engine/scoring/theory.h"

namespace trainer::assessment {

namespace {

std::optional<Answer> answer_to(std::span<const std::optional<Answer>> answers, std::size_t question) {
  return question < answers.size() ? answers[question] : std::nullopt;
}

}  // namespace

engine::scoring::CriterionResult judge_theory(const Site& site,
                                              std::span<const std::optional<Answer>> answers) {
  std::vector<engine::scoring::TheoryAnswer> given;
  for (std::size_t q = 0; q < site.questions().size(); ++q) {
    engine::scoring::TheoryAnswer answer{.right = site.question(q).question.right};
    if (const auto a = answer_to(answers, q)) answer.given = a->choice;
    given.push_back(answer);
  }
  return engine::scoring::theory(given);
}

LedgerLine question_line(const Work& work, const engine::scoring::Cause& cause) {
  LedgerLine line{.criterion = engine::scoring::CriterionId::Theory, .critical = {}, .cause = cause.id};
  line.question = cause.question;
  if (const auto a = answer_to(work.answers, *cause.question)) line.from_us = line.to_us = a->t_us;
  return line;
}

std::vector<std::optional<Answer>> with_right_answer(const Site& site,
                                                     std::span<const std::optional<Answer>> answers,
                                                     std::size_t question) {
  std::vector<std::optional<Answer>> all(answers.begin(), answers.end());
  all.resize(site.questions().size());
  all[question] = Answer{site.question(question).question.right, {}};
  return all;
}

bool asks_questions_only(const Site& site) {
  return site.targets().empty() && !site.questions().empty();
}

}  // namespace trainer::assessment
