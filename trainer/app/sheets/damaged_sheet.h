// Work that was broken off and whose file is damaged: go on from the last good moment?
#pragma once

#include <string>

#include "trainer/app/sheets/sheet.h"
#include "trainer/store/record.h"
#include "trainer/ui/work/work_screen.h"

namespace trainer::app {

class DamagedSheet : public Sheet {
 public:
  // `go_on`: opens the copy.
  DamagedSheet(const store::Record& good, Opener go_on);
  void draw(ui::Ui& ui, Asked& asked) override;
  Next act_on(const ui::IntentsOf<>::One& intent);
  [[nodiscard]] const ui::AskView& view() const { return view_; }

 private:
  ui::AskView view_;
  Opener go_on_;
};

}  // namespace trainer::app
