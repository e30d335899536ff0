// Keys and help.
#pragma once

#include "trainer/app/sheets/sheet.h"
#include "trainer/ui/kit/intents.h"

namespace trainer::app {

class HelpSheet : public Sheet {
 public:
  void draw(ui::Ui& ui, Asked& asked) override;
  // What is asked for here is told to the screen below.
  Next act_on(const ui::IntentsOf<>::One& intent);
};

Opener help_sheet();

}  // namespace trainer::app
