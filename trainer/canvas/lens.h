// Between the pixels of the window and the skin: where the picture lies in the window, and the camera it is
// seen through. Only geometry: what moves the camera is `Eye`, and the hand (`EyeMoves`).
#pragma once

#include <future>
#include <memory>
#include <optional>

#include "engine/render/camera.h"
#include "engine/scalp/canvas.h"
#include "engine/sim/sample.h"
#include "trainer/ui/kit/layout.h"

namespace engine::scalp {
class HeadPicker;
}

namespace trainer::canvas {

using engine::geometry::Vec2;
using engine::geometry::Vec3;
using engine::render::Camera;
using engine::scalp::CanvasPoint;

class Lens {
 public:
  // `canvas` must outlive the lens.
  explicit Lens(const engine::scalp::Canvas& canvas);

  // The picture's rectangle and the part of it that is free of panels; px. `scale`: px to a point.
  void place(const ui::Rect& picture, const ui::Rect& free, double scale);
  void set(const Camera& camera) { camera_ = camera; }

  [[nodiscard]] const ui::Rect& picture() const { return picture_; }
  [[nodiscard]] const ui::Rect& free() const { return free_; }
  [[nodiscard]] Vec2 middle() const;  // of the free part
  [[nodiscard]] double scale() const { return scale_; }
  [[nodiscard]] const Camera& camera() const { return camera_; }
  [[nodiscard]] engine::render::Viewport viewport() const;
  [[nodiscard]] const engine::scalp::Canvas& canvas() const { return *canvas_; }
  [[nodiscard]] bool head() const { return canvas_->pad() == nullptr; }

  // Window pixels <-> skin. Nothing beside the skin, and nothing on the far side of a head.
  [[nodiscard]] std::optional<CanvasPoint> pick(Vec2 window_px) const;
  [[nodiscard]] std::optional<Vec3> surface(Vec2 window_px) const;  // the place in space that `pick` finds
  [[nodiscard]] std::optional<ui::Point> project(CanvasPoint p) const;
  [[nodiscard]] double points_per_mm() const;  // at the middle of the free part
  [[nodiscard]] double px_per_mm_at(CanvasPoint p) const;
  [[nodiscard]] Vec2 local(Vec2 window_px) const;  // from the corner of the picture

  // How a pen stands on the skin there, whose tilt on the tablet is so many degrees to the right and
  // downwards of upright: an upright pen points at the picture, and the skin may lie askew to that.
  [[nodiscard]] engine::sim::Tilt tilt_on_skin(CanvasPoint p, Vec2 tilt_deg) const;

 private:
  const engine::scalp::Canvas* canvas_;
  // Of a head; shared by copies of the lens. In the making for a moment: who picks waits for it.
  std::shared_future<std::shared_ptr<const engine::scalp::HeadPicker>> picker_;
  Camera camera_;
  ui::Rect picture_, free_;
  double scale_ = 1.0;
};

}  // namespace trainer::canvas
