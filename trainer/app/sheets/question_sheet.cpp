#include "trainer/app/sheets/question_sheet.h"

#include "trainer/app/house.h"

namespace trainer::app {

Push question_sheet(const ui::AskView& view) {
  return {[view](House&) { return std::make_unique<QuestionSheet>(view); }};
}

Push leave_question(const Sitting& sitting) {
  const auto view = [&sitting] {
    const Saved saved = sitting.recording()->saved();
    return ui::make_leave_question(sitting.attempt(), {saved.dots, saved.dots_saved, saved.kept.safe()});
  };
  return {[view](House&) { return std::make_unique<QuestionSheet>(std::function<ui::AskView()>(view)); }};
}

void QuestionSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::IntentsOf<> intents;
  ui::draw_question(ui, frame_, view(), intents);
  ask(intents, *this, asked);
}

Next QuestionSheet::act_on(const ui::IntentsOf<>::One& intent) {
  const auto command = std::get<ui::Command>(intent);
  return can(command) ? act({.command = command}) : Next{Pop{.then = command}};
}

}  // namespace trainer::app
