#include "trainer/app/sheets/help_sheet.h"

#include "trainer/app/house.h"
#include "trainer/ui/sheets/sheets.h"

namespace trainer::app {

Opener help_sheet() {
  return [](House&) { return std::make_unique<HelpSheet>(); };
}

void HelpSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::IntentsOf<> intents;
  ui::draw_help(ui, frame_, intents);
  ask(intents, *this, asked);
}

Next HelpSheet::act_on(const ui::IntentsOf<>::One& intent) {
  const auto command = std::get<ui::Command>(intent);
  return command == ui::Command::CloseSheet ? Pop{} : Pop{.then = command};
}

}  // namespace trainer::app
