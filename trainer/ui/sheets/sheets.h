// Sheets over any screen: keys and help, settings.
#pragma once

#include <string>

#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

// What can be felt of the machine without touch, each on or off.
enum class FeelSwitch { MachineSound, PressTicks, PenDrawn, ReducedMotion };
struct FeelView {
  bool machine_sound = false, press_ticks = false, pen_drawn = true, reduced_motion = false;
  int percent = 50;
  std::string trouble;  // why there is no sound; empty: none
};
struct SettingsView {
  double scale = 1.0;
  Theme theme = Theme::Dark;
  bool left_handed = false;
  FeelView feel;
  DeviceLabel device;
  bool checked = false;
};

// The panel of a sheet, in points, with its title and a way to close it; returns the room inside.
// Its top stands where that of the tallest it may become stands, so that it grows downwards.
Rect open_sheet(Ui& ui, const Frame& frame, float width, float height, std::string_view title,
                Intents& intents, float tallest = 0.0F);

void draw_help(Ui& ui, const Frame& frame, Intents& intents);  // the keys of the frame's hand
struct SetScale {
  double scale = 1.0;
};
struct SetTheme {
  Theme theme = Theme::Dark;
};
struct SetFeel {
  FeelSwitch feel = FeelSwitch::MachineSound;
  bool on = false;
};
struct SetVolume {
  int percent = 50;
};
using SettingsIntents = IntentsOf<SetScale, SetTheme, SetFeel, SetVolume>;
void draw_settings(Ui& ui, const Frame& frame, const SettingsView& view, SettingsIntents& intents);
// Sections "Sound" and "Movement"; returns the height used.
float draw_feel_settings(Ui& ui, const Rect& in, const FeelView& view, SettingsIntents& intents);
void draw_scrim(const Ui& ui, const Frame& frame);

}  // namespace trainer::ui
