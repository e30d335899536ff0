// Drawing the agreed line with a hand of some skill.
#pragma once

#include <vector>

#include "engine/core/draw.h"
#include "engine/scalp/canvas.h"

namespace trainer::robots {

// About a point a millimetre. Skill 1 keeps within 0.4 mm of the line; skill 0 sets it up to 8 mm too
// high or too low, tilts it and waves by some millimetres. Stays on the canvas.
std::vector<engine::scalp::CanvasPoint> drawn_hairline(const std::vector<engine::scalp::CanvasPoint>& agreed,
                                                       const engine::scalp::Canvas& canvas, double skill,
                                                       engine::core::Seed seed);

}  // namespace trainer::robots
