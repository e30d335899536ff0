#include "trainer/app/sheets/damaged_sheet.h"

#include <utility>

#include "trainer/ui/kit/text.h"
#include "trainer/words/saving.h"

namespace trainer::app {

using ui::Command;

DamagedSheet::DamagedSheet(const store::Record& good, Opener go_on)
    : view_{words::damaged_title(), words::good_until(ui::clock_text(good.valid_to_us)), words::back(),
            words::go_on_from_there(), Command::Proceed},
      go_on_(std::move(go_on)) {}

void DamagedSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::IntentsOf<> intents;
  ui::draw_question(ui, frame_, view_, intents);
  ask(intents, *this, asked);
}

Next DamagedSheet::act_on(const ui::IntentsOf<>::One& intent) {
  if (std::get<Command>(intent) == Command::KeepWorking) return Pop{};
  return Replace{go_on_, {}};
}

}  // namespace trainer::app
