#include "engine/scalp/work_plane.h"

#include <cmath>

#include "engine/core/check.h"

namespace engine::scalp {

WorkPlane WorkPlane::around(const Canvas& canvas, CanvasPoint centre) {
  WorkPlane plane;
  plane.canvas_ = &canvas;
  if (canvas.pad() != nullptr) return plane;
  const auto middle = canvas.locate(centre);
  ENGINE_CHECK(middle.has_value());
  plane.origin_ = middle->position;
  // y runs towards the vertex (head up, or away from the face where up is along the normal), x to the left.
  const Vec3 n = middle->normal;
  const Vec3 up = std::fabs(n.y) < 0.95 ? Vec3{0.0, 1.0, 0.0} : Vec3{0.0, 0.0, -1.0};
  plane.y_axis_ = glm::normalize(up - n * glm::dot(up, n));
  plane.x_axis_ = glm::cross(plane.y_axis_, n);
  return plane;
}

std::optional<Vec2> WorkPlane::flatten(CanvasPoint p) const {
  const auto place = canvas_->locate(p);
  if (!place) return std::nullopt;
  if (canvas_->pad() != nullptr) return Vec2{place->position.x, place->position.y};
  const Vec3 d = place->position - origin_;
  const Vec2 tangent{glm::dot(d, x_axis_), glm::dot(d, y_axis_)};
  const double flat = glm::length(tangent);
  return flat > 0.0 ? tangent * (glm::length(d) / flat) : Vec2{0.0};
}

}  // namespace engine::scalp
