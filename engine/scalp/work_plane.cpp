#include "engine/scalp/work_plane.h"

#include <cmath>

#include "engine/core/check.h"
#include "engine/core/exact_math.h"
#include "engine/scalp/head_surface.h"

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
  plane.normal_ = n;
  return plane;
}

std::optional<Vec2> WorkPlane::flatten(CanvasPoint p) const {
  const auto position = canvas_->position(p);
  if (!position) return std::nullopt;
  if (canvas_->pad() != nullptr) return Vec2{position->x, position->y};
  const Vec3 d = *position - origin_;
  const Vec2 tangent{glm::dot(d, x_axis_), glm::dot(d, y_axis_)};
  const double flat = glm::length(tangent);
  return flat > 0.0 ? tangent * (glm::length(d) / flat) : Vec2{0.0};
}

// The point of the skin in the direction of `flat` and at its length from the origin: the chord is turned
// down from the tangent plane until its end meets the skin (secant on the angle).
std::optional<Vec3> WorkPlane::on_skin(Vec2 flat) const {
  const double chord = glm::length(flat);
  if (!(chord > 0.0)) return origin_;
  const Vec3 along = (x_axis_ * flat.x + y_axis_ * flat.y) / chord;
  const auto end = [&](double turn) {
    return origin_ + (along * core::exact::cos(turn) - normal_ * core::exact::sin(turn)) * chord;
  };
  constexpr double kNear = 1e-6, kSteepest = 1.3, kTypicalDiameter = 180.0;
  const auto miss = [&](double turn) {
    return canvas_->head()->implicit().distance(end(turn), Ears::Without).value;
  };
  double a = 0.0, at_a = miss(a), b = std::min(chord / kTypicalDiameter, kSteepest), at_b = miss(b);
  for (int i = 0; i < 24 && std::fabs(at_b) > kNear && at_a != at_b; ++i) {
    const double next = std::clamp(b - at_b * (b - a) / (at_b - at_a), -kSteepest, kSteepest);
    a = b;
    at_a = at_b;
    b = next;
    at_b = miss(b);
  }
  return std::fabs(at_b) <= 1e-4 ? std::optional(end(b)) : std::nullopt;
}

std::optional<CanvasPoint> WorkPlane::address(Vec2 flat) const {
  if (canvas_->pad() != nullptr) {
    const CanvasPoint at = canvas_point_from_mm(flat);
    return canvas_->position(at) ? std::optional(at) : std::nullopt;
  }
  const auto position = on_skin(flat);
  return position ? canvas_->head()->address_of(*position) : std::nullopt;
}

}  // namespace engine::scalp
