#include "trainer/app/sheets/question_sheet.h"

#include "trainer/app/house.h"

namespace trainer::app {

Push question_sheet(const ui::AskView& view) {
  return {[view](House&) { return std::make_unique<QuestionSheet>(view); }};
}

void QuestionSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::IntentsOf<> intents;
  ui::draw_question(ui, frame_, view_, intents);
  ask(intents, *this, asked);
}

Next QuestionSheet::act_on(const ui::IntentsOf<>::One& intent) {
  const auto command = std::get<ui::Command>(intent);
  return can(command) ? act({.command = command}) : Next{Pop{.then = command}};
}

}  // namespace trainer::app
