// The top bar that every screen but the first run has.
#pragma once

#include <optional>

#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/ui/kit/intents.h"

namespace trainer::ui {

struct BarView {
  std::optional<Command> back;  // what the arrow at the left does
  std::string path, title;      // "Practice" / "Even dots"
  std::vector<std::string> steps;
  int step = -1;
  std::string clock;
  std::string primary;  // label of the primary button; empty: none
  Command primary_command = Command::AskFinish;
  bool settings = true;
  std::optional<DeviceLabel> device;  // what points, and whether depth is measured; a press checks it
};

void draw_bar(Ui& ui, const Rect& bar, const BarView& view, Intents& intents);

}  // namespace trainer::ui
