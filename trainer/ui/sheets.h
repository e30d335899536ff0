// Sheets over any screen: keys and help, settings.
#pragma once

#include "trainer/ui/intents.h"
#include "trainer/ui/layout.h"
#include "trainer/ui/ui.h"

namespace trainer::ui {

struct SettingsView { double scale = 1.0; Theme theme = Theme::Dark; bool left_handed = false; };

void draw_help(Ui& ui, const Frame& frame, Intents& intents);  // the keys of the frame's hand
void draw_settings(Ui& ui, const Frame& frame, const SettingsView& view, Intents& intents);
void draw_scrim(const Ui& ui, const Frame& frame);

}  // namespace trainer::ui
