// From an attempt and an eye to the ink on the skin.
#pragma once

#include <optional>

#include "trainer/canvas/eye.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

// The pointer over the canvas.
struct Tip {
  Vec2 px{0.0};
  bool contact = false;
  std::optional<ui::Pressing> pressing;
  std::optional<double> pressed_s;
};

// Outlines of zones, the agreed hairline and the drawn one.
void add_ground(const runner::Attempt& attempt, const Eye& eye, ui::CanvasInk& ink);
// The places that no needle may touch; always shown.
void add_no_go(const runner::Attempt& attempt, const Eye& eye, ui::CanvasInk& ink);
// A square from its low corner.
void add_frame(const Eye& eye, CanvasPoint low, std::int32_t side_um, ui::CanvasInk& ink);
// A line being drawn: its points so far, and the way to the tip.
void add_drawing(const Eye& eye, const std::vector<CanvasPoint>& points, Vec2 tip, ui::CanvasInk& ink);
// The needle with its rings; nothing hidden when the tip is not over the canvas. `rings`: a spacing is asked.
void add_needle(const runner::Attempt& attempt, const Eye& eye, const Tip& tip, bool left_hand, bool rings,
                ui::CanvasInk& ink);
// Pins and rings of the ledger; `chosen` lights one line's dots.
void add_ledger(const runner::Attempt& attempt, const assessment::Assessment& assessment, const Eye& eye,
                int chosen, ui::CanvasInk& ink);

}  // namespace trainer::canvas
