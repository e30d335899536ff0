// A question on the screen: choosing, answering, going on.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/theory/theory_screen.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

TheoryView open_question() {
  TheoryView view;
  view.lesson = "Paper";
  view.step = "How deep";
  view.steps = {"1 Look", "2 Answer", "3 Place"};
  view.step_number = 1;
  view.clock = "00:30";
  view.over = "Question 2 of 3";
  view.question = "Where shall the pigment rest, and what happens to it when it rests elsewhere in the skin?";
  view.rows = {{"Above", AnswerLook::Open},
               {"Within, at a third to seven tenths of the thickness, however thick the skin is there, which "
                "is a sentence long enough for three lines",
                AnswerLook::Open},
               {"Below", AnswerLook::Open},
               {"Anywhere", AnswerLook::Open},
               {"Nowhere", AnswerLook::Open}};
  return view;
}
TheoryView chosen(int answer) {
  auto view = open_question();
  view.rows[static_cast<std::size_t>(answer)].look = AnswerLook::Chosen;
  view.can_answer = true;
  return view;
}
TheoryView answered() {
  auto view = open_question();
  for (auto& row : view.rows) row.look = AnswerLook::Other;
  view.rows[1].look = AnswerLook::Right;
  view.rows[3].look = AnswerLook::Wrong;
  view.answered = true;
  view.verdict = "Not quite.";
  view.why = "Above it is shed with the outer skin, below it spreads and turns blue-grey after some years.";
  view.tag = "Source";
  view.source = "A study with a title that is long enough to need a second line beside its tag, Journal 2020";
  view.may_ask_again = true;
  return view;
}
UiStage::Draw drawing(const TheoryView& view) {
  return [view](Ui& ui, const Frame& f, TheoryIntents& intents) {
    draw_theory(ui, brief_layout(f), view, intents);
  };
}

}  // namespace

TEST_CASE("each answer of an open question chooses itself") {
  UiStage stage({}, drawing(open_question()));
  for (int i = 0; i < 5; ++i) {
    const auto intents = stage.click("answer " + std::to_string(i));
    REQUIRE(only<ChooseAnswer>(intents) != nullptr);
    CHECK(only<ChooseAnswer>(intents)->answer == i);
  }
  support::controls_answer(stage);
}

TEST_CASE("nothing can be confirmed before an answer is chosen") {
  UiStage stage({}, drawing(open_question()));
  for (const auto& id : stage.controls()) CHECK(id != "answer or go on");
  UiStage with({}, drawing(chosen(2)));
  CHECK(only_command(with.click("answer or go on"), Command::ConfirmAnswer));
  CHECK(only_command(with.enter("answer or go on"), Command::ConfirmAnswer));
}

TEST_CASE("a choice can be changed until it is confirmed") {
  UiStage stage({}, drawing(chosen(2)));
  const auto intents = stage.click("answer 0");
  REQUIRE(only<ChooseAnswer>(intents) != nullptr);
  CHECK(only<ChooseAnswer>(intents)->answer == 0);
}

TEST_CASE("an answered question takes no other answer, goes on, and can be asked again") {
  UiStage stage({}, drawing(answered()));
  for (const auto& id : stage.controls()) CHECK((id.find("answer ") != 0 || id == "answer or go on"));
  CHECK(only_command(stage.click("answer or go on"), Command::NextQuestion));
  CHECK(only_command(stage.click("ask again"), Command::AskAgainLater));
  support::controls_answer(stage);
  auto again = answered();
  again.may_ask_again = false;
  UiStage second({}, drawing(again));
  for (const auto& id : second.controls()) CHECK(id != "ask again");
}

TEST_CASE("nothing of a question overlaps or sticks out, open, chosen, answered, or with trouble in saving") {
  for (auto view : {open_question(), chosen(1), answered()}) {
    support::no_faults(drawing(view));
    view.saving = "The record cannot be saved: the disk is full. What you do is kept in memory meanwhile.";
    support::no_faults(drawing(view));
  }
}

TEST_CASE("in a small window too every answer can be scrolled to and chosen") {
  for (const auto& size : support::stage_sizes(480, 300)) {
    CAPTURE(support::words_of(size));
    UiStage stage(size, drawing(open_question()));
    for (int i = 0; i < 5; ++i)
      CHECK(only<ChooseAnswer>(stage.click("answer " + std::to_string(i))) != nullptr);
  }
}

TEST_CASE("right and wrong are told by words beside the rows, not by colour alone") {
  UiStage stage({}, drawing(answered()));
  int right = 0, yours = 0;
  for (const auto& text : stage.drawn().texts) {
    right += text.words == "right" ? 1 : 0;
    yours += text.words == "your answer" ? 1 : 0;
  }
  CHECK(right == 1);
  CHECK(yours == 1);
}
