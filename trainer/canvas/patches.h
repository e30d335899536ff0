// Places to work at, one after the other: the zones of a lesson cut into patches that fit the view.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scalp/canvas.h"
#include "trainer/runner/attempt.h"

namespace trainer::canvas {

struct Patch {
  engine::scalp::CanvasPoint centre, low, high;  // cell of the chart
  double asked = 0.0;                            // dots
};

// Zone by zone, row by row from the front (a pad: from the top). `view_mm`: what the free part of the picture
// shows at working zoom, across and down; neighbours overlap by a tenth.
std::vector<Patch> patches(const assessment::Site& site, engine::geometry::Vec2 view_mm);

// The patch whose centre is nearest; 0 without any.
std::size_t nearest_patch(const std::vector<Patch>& patches, engine::scalp::CanvasPoint at);
// Nine tenths of the asked dots lie in it.
bool is_done(const Patch& patch, const runner::Attempt& attempt);
// "Front centre", "Crown left": where a place lies on a head, from the client's side.
std::string place_in_words(const engine::scalp::HeadSurface& head, engine::scalp::CanvasPoint at);

// The place in a zone farthest from every visible dot; nothing without zones.
std::optional<engine::scalp::CanvasPoint> emptiest(const runner::Attempt& attempt);

}  // namespace trainer::canvas
