#include "trainer/app/sheets/settings_sheet.h"

#include <algorithm>

#include "trainer/app/house.h"

namespace trainer::app {

Opener settings_sheet() {
  return [](House& house) {
    return std::make_unique<SettingsSheet>(house.preferences, house.feel, house.devices,
                                           house.options.scale > 0);
  };
}

ui::SettingsView SettingsSheet::view() const {
  // A scale that yields to a small window is still the one that was chosen.
  const double here = frame_.scale, chosen = preferences_->now().ui_scale;
  return {.scale = told_ ? here : std::max(here, chosen),
          .theme = preferences_->theme(),
          .left_handed = preferences_->now().left_handed,
          .feel = feel_->view(),
          .device = devices_->label(),
          .checked = preferences_->device(devices_->in_use().name).checked};
}

void SettingsSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::SettingsIntents intents;
  ui::draw_settings(ui, frame_, view(), intents);
  ask(intents, *this, asked);
}

Next SettingsSheet::act_on(const ui::SettingsIntents::One& intent) {
  return std::visit(
      ui::Each{[&](ui::Command command) -> Next {
                 if (command == ui::Command::CloseSheet) return Pop{};
                 if (command != ui::Command::ToggleLeftHanded) return Pop{.then = command};
                 preferences_->change([](store::Settings& s) { s.left_handed = !s.left_handed; });
                 return Stay{};
               },
               [](const ui::SetScale& i) -> Next { return Rescale{i.scale}; },
               [&](const ui::SetTheme& i) -> Next {
                 preferences_->set_theme(i.theme);
                 return Stay{};
               },
               [&](const ui::SetFeel& i) -> Next {
                 feel_->set(i.feel, i.on);
                 return Stay{};
               },
               [&](const ui::SetVolume& i) -> Next {
                 feel_->set_volume(i.percent);
                 return Stay{};
               }},
      intent);
}

}  // namespace trainer::app
