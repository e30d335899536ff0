// A question before something that cannot be taken back, or a note with one button.
#pragma once

#include <utility>

#include "trainer/app/sheets/sheet.h"
#include "trainer/ui/work/work_screen.h"

namespace trainer::app {

class QuestionSheet : public Sheet {
 public:
  explicit QuestionSheet(ui::AskView view) : view_(std::move(view)) {}
  void draw(ui::Ui& ui, Asked& asked) override;
  // Its button is told to the screen below.
  Next act_on(const ui::IntentsOf<>::One& intent);
  [[nodiscard]] const ui::AskView& view() const { return view_; }

 private:
  ui::AskView view_;
};

Push question_sheet(const ui::AskView& view);

}  // namespace trainer::app
