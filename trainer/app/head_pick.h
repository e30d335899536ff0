// A line of sight meets a head.
#pragma once

#include <optional>

#include "engine/render/camera.h"
#include "engine/scalp/canvas.h"

namespace trainer::app {

// The address of the first point of the scalp on the ray; nothing when it misses, or meets a part of the
// head that has no address.
std::optional<engine::scalp::CanvasPoint> pick_head(const engine::scalp::HeadSurface& head, const engine::render::Ray& ray);
// The camera, drawn back until it is outside the head. Null: as it is.
engine::render::Camera keep_off_head(const engine::scalp::HeadSurface* head, const engine::render::Camera& camera,
                                     engine::render::Viewport viewport);

}  // namespace trainer::app
