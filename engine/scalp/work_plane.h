// A patch of the canvas unrolled into flat millimetres for scoring. On a pad it is the identity. On a
// head: direction in the tangent plane at the centre, length = 3-D chord, which on a sphere is the
// equal-area (Lambert) map: densities stay true, lengths shrink by at most 1 % at 25 mm from the centre.
#pragma once

#include <optional>
#include <vector>

#include "engine/scalp/canvas.h"

namespace engine::scalp {

class WorkPlane {
 public:
  // `centre` must lie on the canvas. Axes on a head: x to the client's left, y towards the vertex.
  static WorkPlane around(const Canvas& canvas, CanvasPoint centre);

  [[nodiscard]] std::optional<Vec2> flatten(CanvasPoint p) const;  // nothing outside the canvas
  // The address that flattens to `flat`, within 3 um; nothing outside the canvas.
  [[nodiscard]] std::optional<CanvasPoint> address(Vec2 flat) const;

 private:
  const Canvas* canvas_ = nullptr;  // must outlive the plane
  Vec3 origin_{0.0}, x_axis_{1.0, 0.0, 0.0}, y_axis_{0.0, 1.0, 0.0}, normal_{0.0, 0.0, 1.0};

  [[nodiscard]] std::optional<Vec3> on_skin(Vec2 flat) const;
};

}  // namespace engine::scalp
