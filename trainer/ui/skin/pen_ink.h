// The machine pen in the hand, standing on the skin: one sees it from the side of the hand and a little from
// above, as one sees a pen on a desk, so that an upright pen does not hide its own tip.
#pragma once

#include "trainer/ui/kit/ui.h"

struct ImDrawList;

namespace trainer::ui {

constexpr float kPenLength = 190.0F;  // points (docs/design.md 7)

// Of the pen's upper end from upright, as pens tell it: to the right of the screen, and downwards on it.
struct PenTilt {
  float right_deg = 0.0F, down_deg = 0.0F;
  bool operator==(const PenTilt&) const = default;
};
PenTilt assumed_tilt(bool left_hand);  // 38 degrees towards the hand

// Where the pen stands; lengths along it in points from the tip, whose place is exact.
struct PenPose {
  Point tip;
  float px = 1.0F;      // to a point
  Point axis;           // on the screen, of one point of length before perspective
  float nearer = 0.0F;  // towards the eye, of one point of length
  Point shadow;         // on the screen, of one point of length
  Point gap;            // px from the tip to where its shadow begins; 0 in contact
};
struct PenPlace {
  Point at;
  float size = 1.0F;
};  // px of the screen; how much larger than at the tip

// Tilts beyond 75 degrees count as 75.
PenPose pen_pose(Point tip, PenTilt tilt, float px_per_point, bool left_hand, bool contact);
PenPlace on_pen(const PenPose& pose, float length);
Point on_shadow(const PenPose& pose, float length);

// Shadow and pen, at most 250 vertices. `opacity` 0..1.
void draw_pen(ImDrawList& list, const PenPose& pose, float opacity);

}  // namespace trainer::ui
