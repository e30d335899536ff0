// Rules of questions: what a step of theory needs, and what the rubric makes of it.
#include <algorithm>

#include "trainer/lessons/rules.h"
#include "trainer/lessons/steps.h"

namespace trainer::lessons {

using engine::scoring::CriterionId;
using engine::scoring::CriticalId;

namespace {

void needed(const std::string& step, const char* key, const std::string& expected, Notes& notes) {
  const std::string path = step + "." + key;
  if (was_read(notes, path) || is_faulty(notes, path)) return;
  broken(notes, "missing_key", path, "nothing", expected,
         "a step of theory needs '" + std::string(key) + "'");
}

void answers_fit(const Question& question, const std::string& step, Notes& notes) {
  const std::string answers = step + ".answers", right = step + ".right";
  if (!was_read(notes, answers) || is_faulty(notes, answers)) return;
  const auto count = question.answers.size();
  if (was_read(notes, right) && static_cast<std::size_t>(question.right) >= count)
    broken(notes, "out_of_range", right, std::to_string(question.right), "0 to " + std::to_string(count - 1),
           "there is no such answer; the first is 0");
  for (std::size_t i = 1; i < count; ++i)
    if (std::find(question.answers.begin(), question.answers.begin() + static_cast<std::ptrdiff_t>(i),
                  question.answers[i]) != question.answers.begin() + static_cast<std::ptrdiff_t>(i))
      broken(notes, "duplicate_answer", join_key(answers, i), "the same answer twice", "different answers",
             "this answer is listed already");
}

void question(const Lesson& lesson, std::size_t i, Notes& notes) {
  const std::string step = join_key("steps", i);
  if (!was_read(notes, step + ".kind")) return;
  if (lesson.steps[i].kind != StepKind::Theory) {
    for (const char* key : {".picture", ".answers", ".right", ".why", ".tag", ".source"})
      if (was_read(notes, step + key))
        broken(notes, "conflict", step + key, "a step that asks no question", "kind = \"theory\"",
               "only a step of theory takes this key");
    return;
  }
  needed(step, "text", "the question", notes);
  needed(step, "answers", "2 to 5 answers", notes);
  needed(step, "right", "the index of the right answer, from 0", notes);
  needed(step, "why", "why that is right", notes);
  needed(step, "tag", "\"source\" or \"judgement\"", notes);
  answers_fit(lesson.steps[i].question, step, notes);
}

template <class Rule, class Id>
void asks_for_questions(const std::vector<Rule>& rules, Id id, const std::string& path, Notes& notes) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string key = join_key(path, i) + ".id";
    if (rules[i].id != id || !was_read(notes, key)) continue;
    broken(notes, "conflict", key, "no question", "at least one step with kind = \"theory\"",
           "there is no question to answer");
  }
}

}  // namespace

void apply_theory_rules(const Lesson& lesson, Notes& notes) {
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) question(lesson, i, notes);
  if (!question_steps(lesson).empty() || is_faulty(notes, "steps")) return;
  asks_for_questions(lesson.rubric.criteria, CriterionId::Theory, "rubric.criteria", notes);
  asks_for_questions(lesson.rubric.critical, CriticalId::WrongAnswers, "rubric.critical", notes);
}

}  // namespace trainer::lessons
