// What this program is, and which one.
#pragma once

#include "trainer/app/sheets/sheet.h"

namespace trainer::app {

class AboutSheet : public Sheet {
 public:
  void draw(ui::Ui& ui, Asked& asked) override;
};

Opener about_sheet();

}  // namespace trainer::app
