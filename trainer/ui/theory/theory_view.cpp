#include "trainer/ui/kit/steps.h"
#include "trainer/ui/kit/text.h"
#include "trainer/ui/theory/theory_screen.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

AnswerLook look_of(int row, const TheoryView& v, int right, std::optional<int> given) {
  if (!v.answered) return given == row ? AnswerLook::Chosen : AnswerLook::Open;
  if (row == right) return AnswerLook::Right;
  return given == row ? AnswerLook::Wrong : AnswerLook::Other;
}

}  // namespace

TheoryView make_theory_view(const runner::Attempt& attempt, std::size_t question, const TheoryPanel& panel) {
  TheoryView v;
  const auto& step = attempt.site->question(question);
  const auto& asked = step.question;
  v.lesson = attempt.site->lesson().title;
  v.step = step.title;
  const StepsView bar = make_steps(attempt);
  v.steps = bar.words;
  v.step_number = bar.now;
  v.clock = clock_text(attempt.skin.t_us);
  const std::size_t number = question + 1, all = attempt.site->questions().size();
  v.over = panel.again ? words::say("Question {} of {}, asked again: your first answer counts", number, all)
                       : words::say("Question {} of {}", number, all);
  v.question = step.text;
  const auto& given = panel.again ? attempt.latest_answers[question] : attempt.answers[question];
  v.answered = panel.again ? panel.answered : given.has_value();
  const std::optional<int> choice = v.answered && given ? std::optional<int>(given->choice) : panel.chosen;
  for (int i = 0; i < static_cast<int>(asked.answers.size()); ++i)
    v.rows.push_back({asked.answers[static_cast<std::size_t>(i)], look_of(i, v, asked.right, choice)});
  v.can_answer = !v.answered && panel.chosen.has_value();
  if (!v.answered) return v;
  v.right = choice == asked.right;
  v.verdict = v.right ? words::say("That is right.")
                      : words::say("Not quite. The right answer is {}.", asked.right + 1);
  v.why = asked.why;
  v.tag = asked.basis == lessons::Basis::Source ? words::say("Source") : words::say("Judgement");
  v.source = asked.source;
  v.may_ask_again = !panel.again;
  v.later = panel.later;
  return v;
}

}  // namespace trainer::ui
