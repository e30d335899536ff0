// Settings: sizes, colours, hand and pen, what takes the place of touch. Everything changes at once and is
// kept.
#pragma once

#include "trainer/app/devices.h"
#include "trainer/app/feel.h"
#include "trainer/app/preferences.h"
#include "trainer/app/sheets/sheet.h"
#include "trainer/ui/sheets/sheets.h"

namespace trainer::app {

class SettingsSheet : public Sheet {
 public:
  // `told`: the scale was given at the start, so that the settings' own is not in force.
  SettingsSheet(Preferences& preferences, Feel& feel, const Devices& devices, bool told = false)
      : preferences_(&preferences), feel_(&feel), devices_(&devices), told_(told) {}
  void draw(ui::Ui& ui, Asked& asked) override;
  Next act_on(const ui::SettingsIntents::One& intent);
  [[nodiscard]] ui::SettingsView view() const;

 private:
  Preferences* preferences_;
  Feel* feel_;
  const Devices* devices_;
  bool told_;
};

Opener settings_sheet();

}  // namespace trainer::app
