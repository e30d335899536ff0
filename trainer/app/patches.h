// Places to work at, one after the other: the zones of a lesson cut into patches that fit the view.
#pragma once

#include <optional>
#include <vector>

#include "engine/scalp/canvas.h"
#include "trainer/runner/attempt.h"

namespace trainer::app {

// Centres of patches, zone by zone, row by row from the front (a pad: from the top). `view_mm`: what the
// free part of the picture shows at working zoom, across and down; neighbours overlap by a tenth.
std::vector<engine::scalp::CanvasPoint> patches(const assessment::Site& site, engine::geometry::Vec2 view_mm);

// The place in a zone farthest from every visible dot; nothing without zones.
std::optional<engine::scalp::CanvasPoint> emptiest(const runner::Attempt& attempt);

}  // namespace trainer::app
