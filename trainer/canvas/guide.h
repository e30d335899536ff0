// Where one is: the navigator's map, the compass, and what may be laid over the skin.
#pragma once

#include <array>
#include <bitset>
#include <vector>

#include "engine/core/units.h"
#include "trainer/canvas/lens.h"
#include "trainer/canvas/patches.h"
#include "trainer/ui/skin/ink.h"
#include "trainer/ui/work/navigator.h"
#include "trainer/ui/work/overlay_list.h"

namespace trainer::canvas {

using Overlays = std::bitset<ui::kOverlays>;
constexpr std::size_t index(ui::Overlay overlay) {
  return static_cast<std::size_t>(overlay);
}

// A place of the canvas on the map: shares of its square. A head is seen from above and turned so that the
// side at azimuth `yaw` (0 the face, positive to the client's left) is at the bottom.
ui::Point on_map(const engine::scalp::Canvas& canvas, CanvasPoint p, double yaw);
ui::NavigatorView make_navigator(const runner::Attempt& attempt, const Lens& lens,
                                 const std::vector<Patch>& patches);

// The word of the lesson that allows an overlay; empty: always allowed and not recorded.
std::string_view cue_of(ui::Overlay overlay);
bool allowed(const lessons::Lesson& lesson, ui::Overlay overlay);
Overlays first_overlays(const lessons::Lesson& lesson);  // template and spacing ring, as far as allowed
ui::OverlayListView make_overlay_list(const assessment::Site& site, Overlays on);

// Midline, landmarks, grid of patches: lines and names on the skin.
void add_guides(const runner::Attempt& attempt, const Lens& lens, const std::vector<Patch>& patches,
                Overlays on, ui::CanvasInk& ink);
// Lines across the face with the heights between them, mm.
using FaceThirds = std::array<std::vector<Vec3>, 4>;
void add_thirds(const FaceThirds& lines, const Lens& lens, ui::CanvasInk& ink);
// Rings where somebody else would work: a next dot, an expert's dots.
void add_places(const Lens& lens, const std::vector<CanvasPoint>& places, engine::core::Mm radius,
                ui::Token token, ui::CanvasInk& ink);
// A tick at the edge of the free part that points to the nose when it is out of sight.
void add_compass(const Lens& lens, ui::CanvasInk& ink);

}  // namespace trainer::canvas
