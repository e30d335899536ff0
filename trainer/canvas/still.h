// Still pictures: which camera a named view means on this canvas. Pure, no GL.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "engine/core/result.h"
#include "engine/render/camera.h"
#include "trainer/runner/attempt.h"

namespace trainer::canvas {

struct Macro {
  bool operator==(const Macro&) const = default;
};  // close up, in the middle of the work
struct ZoneView {
  std::string id;
  bool operator==(const ZoneView&) const = default;
};
struct DotView {
  std::uint32_t number = 0;
  bool operator==(const DotView&) const = default;
};
using StillView = std::variant<engine::render::StandardView, Macro, ZoneView, DotView>;

// front left right top back three_quarter macro zone:ID dot:N. Error: what was expected.
engine::core::Result<StillView> parse_view(const std::string& text);

// On a pad every standard view is the whole pad from above. Error: no such zone or dot in this attempt.
engine::core::Result<engine::render::Camera> still_camera(const runner::Attempt& attempt,
                                                          const StillView& view,
                                                          engine::render::Viewport viewport);

}  // namespace trainer::canvas
