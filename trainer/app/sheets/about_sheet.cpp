#include "trainer/app/sheets/about_sheet.h"

#include "trainer/app/house.h"
#include "trainer/ui/sheets/about.h"

namespace trainer::app {

Opener about_sheet() {
  return [](House&) { return std::make_unique<AboutSheet>(); };
}

void AboutSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::IntentsOf<> intents;
  ui::draw_about(ui, frame_, ui::make_about_view(SMP_VERSION), intents);
  if (!intents.empty()) asked.emplace_back([] { return Pop{}; });
}

}  // namespace trainer::app
