// An eye over a pad and over a head, for tests of what it sees and how it moves.
#pragma once

#include <vector>

#include "trainer/canvas/eye.h"

namespace trainer::support {

constexpr ui::Rect kPicture{100, 60, 1180, 740}, kFree{180, 80, 760, 600};

const engine::scalp::Canvas& pad();
const engine::scalp::Canvas& head();

// One that has been placed nowhere. A head's mesh for picking takes a second; copies of an eye share it.
const canvas::Eye& fresh(const engine::scalp::Canvas& canvas);
// Square over the place, in `kPicture` and `kFree`, a pixel to a point.
canvas::Eye over(const engine::scalp::Canvas& canvas, canvas::CanvasPoint at, double points_per_mm = 14.0);

double apart_px(ui::Point a, canvas::Vec2 b);
canvas::Vec2 middle();               // of the free part
std::vector<canvas::Vec2> pixels();  // all over the free part

}  // namespace trainer::support
