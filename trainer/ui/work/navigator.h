// The small map of where one works: a head from above with the side one stands on at the bottom, or the
// whole pad. Positions are shares of the map, 0..1 from its upper left corner.
#pragma once

#include <string>
#include <vector>

#include "trainer/ui/kit/ui.h"
#include "trainer/ui/work/work_intents.h"

namespace trainer::ui {

struct NavigatorPatch {
  std::vector<Point> corners;
  bool done = false, current = false;
};

struct NavigatorView {
  std::string title;                         // "Front centre, patch 2 of 14"
  std::vector<Point> outline;                // of the head or the pad
  std::vector<std::vector<Point>> features;  // ears and nose: open lines
  std::vector<std::vector<Point>> zones;
  std::vector<NavigatorPatch> patches;
  Point nose{0.5F, 0.0F};  // where the face is, on the outline
  Point here{0.5F, 0.5F};  // what the middle of the picture shows
  bool head = false;
  bool more_than_one = false;
};

// The map, a press on a patch asks for FlyToPatch; Back and Next when there is room and more than one patch.
void draw_navigator(Ui& ui, const Rect& r, const NavigatorView& view, WorkIntents& intents);

}  // namespace trainer::ui
