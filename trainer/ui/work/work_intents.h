// What the practice screen can ask for besides commands.
#pragma once

#include "trainer/ui/kit/intents.h"

namespace trainer::ui {

// The last four are heat maps, of which one is shown at a time.
enum class Overlay {
  Template,
  Spacing,
  PatchGrid,
  Midline,
  Landmarks,
  Thirds,
  NextDot,
  Expert,
  DensityMap,
  SpacingMap,
  DepthMap,
  Rows
};
constexpr int kOverlays = 12;
struct ToggleOverlay {
  Overlay overlay = Overlay::Template;
};
struct FlyToPatch {
  int patch = 0;
};
struct LookFrom {
  int view = 0;  // 0 front, 1 left, 2 right, 3 top, 4 back
};
using WorkIntents = IntentsOf<ToggleOverlay, FlyToPatch, LookFrom>;

}  // namespace trainer::ui
