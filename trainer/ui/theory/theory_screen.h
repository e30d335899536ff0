// A question of theory: picture or canvas left; question, answers, and once it is answered why, right.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "trainer/runner/attempt.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

// What the person has done on this screen so far.
struct TheoryPanel {
  std::optional<int> chosen;  // not confirmed yet
  bool again = false;         // the question was asked before: nothing counts now
  bool answered = false;      // this second time
  bool later = false;         // it shall be asked again before the work is handed in
};

enum class AnswerLook { Open, Chosen, Right, Wrong, Other };
struct TheoryRow {
  std::string text;
  AnswerLook look = AnswerLook::Open;
};
struct TheoryView {
  std::string lesson, step;
  std::vector<std::string> steps;  // of the bar
  int step_number = 0;
  std::string clock;
  std::string over;  // "Question 2 of 3"
  std::string question;
  std::vector<TheoryRow> rows;
  bool can_answer = false;  // one is chosen
  bool answered = false;
  bool right = false;
  std::string verdict, why;  // once it is answered
  std::string tag, source;   // "Source" or "Judgement", and its words
  bool may_ask_again = false, later = false;
  std::string saving;  // a line about saving when it does not work
};

// `question`: of the lesson, from 0.
TheoryView make_theory_view(const runner::Attempt& attempt, std::size_t question, const TheoryPanel& panel);
struct ChooseAnswer {
  int answer = 0;
};  // of the question, from 0
using TheoryIntents = IntentsOf<ChooseAnswer>;
void draw_theory(Ui& ui, const BriefLayout& layout, const TheoryView& view, TheoryIntents& intents);

}  // namespace trainer::ui
