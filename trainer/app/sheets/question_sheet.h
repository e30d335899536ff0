// A question before something that cannot be taken back, or a note with one button.
#pragma once

#include <functional>
#include <utility>

#include "trainer/app/sheets/sheet.h"
#include "trainer/app/sitting.h"
#include "trainer/ui/work/work_screen.h"

namespace trainer::app {

class QuestionSheet : public Sheet {
 public:
  explicit QuestionSheet(ui::AskView view) : QuestionSheet([view = std::move(view)] { return view; }) {}
  // It says what is so while it is there.
  explicit QuestionSheet(std::function<ui::AskView()> view) : view_(std::move(view)) {}
  void draw(ui::Ui& ui, Asked& asked) override;
  // Its button is told to the screen below.
  Next act_on(const ui::IntentsOf<>::One& intent);
  [[nodiscard]] ui::AskView view() const { return view_(); }

 private:
  std::function<ui::AskView()> view_;
};

Push question_sheet(const ui::AskView& view);
// Leave? And what of the work is on disk by now. The sitting is the screen's below.
Push leave_question(const Sitting& sitting);

}  // namespace trainer::app
