// From an attempt and a lens to the ink on the skin.
#pragma once

#include <optional>

#include "trainer/canvas/lens.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

// The pointer over the canvas.
struct Tip {
  Vec2 px{0.0};
  bool contact = false;
  std::optional<ui::Pressing> pressing;
  std::optional<engine::core::Span> pressed;  // for so long, where pressure is not measured
};

// Outlines of zones, the agreed hairline and the drawn one.
void add_ground(const runner::Attempt& attempt, const Lens& lens, ui::CanvasInk& ink);
// The places that no needle may touch; always shown.
void add_no_go(const runner::Attempt& attempt, const Lens& lens, ui::CanvasInk& ink);
// A square from its low corner.
void add_frame(const Lens& lens, CanvasPoint low, std::int32_t side_um, ui::CanvasInk& ink);
// A line being drawn: its points so far, and the way to the tip.
void add_drawing(const Lens& lens, const std::vector<CanvasPoint>& points, Vec2 tip, ui::CanvasInk& ink);
// The needle with its rings; nothing hidden when the tip is not over the canvas. `rings`: a spacing is asked.
void add_needle(const runner::Attempt& attempt, const Lens& lens, const Tip& tip, bool left_hand, bool rings,
                ui::CanvasInk& ink);
// Pins and rings of the ledger; `chosen` lights one line's dots.
void add_ledger(const runner::Attempt& attempt, const assessment::Assessment& assessment, const Lens& lens,
                int chosen, ui::CanvasInk& ink);

}  // namespace trainer::canvas
