// Icons on a 20-point grid, drawn with lines of 1.5 points.
#pragma once

#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

enum class Icon {
  None,
  Needle,
  Hand,
  Mirror,
  Undo,
  Redo,
  Reset,
  Back,
  Forward,
  Play,
  Pause,
  Help,
  Gear,
  Check,
  Warning,
  Eye,
  Grid,
  Clock,
  Whole,
  Again,
  Loupe,
  Layers,
  Stretch
};

void draw_icon(const Ui& ui, Icon icon, Point centre, Colour c);

}  // namespace trainer::ui
