// Where one may stand to look at the skin: cameras for goals of a flight, made from the lens as it is now.
// Scales are points per mm, within the camera's limits; what is looked at stands in the middle of the free
// part.
#pragma once

#include <optional>

#include "trainer/canvas/lens.h"

namespace trainer::canvas {

// Square to the skin at the point.
Camera square_to(const Lens& lens, CanvasPoint p, double points_per_mm);
// As somebody sees it who stands that far away: all of a head, smaller where the window has no room for
// that scale.
Camera from_afar(const Lens& lens, CanvasPoint p, double points_per_mm);
Camera over_part(const Lens& lens, CanvasPoint low, CanvasPoint high);  // of a pad
// All of a pad; a head from its side, 0 front .. 4 back, 5 three quarters. Any other number: the nearest.
Camera whole(const Lens& lens);
Camera from_side(const Lens& lens, int side);
// With the skin under the window pixel in its middle, so many times nearer; nothing off the skin.
std::optional<Camera> magnified(const Lens& lens, Vec2 window_px, double factor);

}  // namespace trainer::canvas
