#include "trainer/canvas/lens.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "engine/scalp/head_picker.h"

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::Radians;
using engine::core::radians_from_degrees;

namespace {

constexpr double kFlattest = 89.0;  // of a pen, degrees: flatter, a tangent says nothing any more

}  // namespace

Lens::Lens(const engine::scalp::Canvas& canvas) : canvas_(&canvas) {
  camera_.kind = canvas.pad() != nullptr ? render::CameraKind::Pad : render::CameraKind::Head;
  if (const auto* surface = canvas.head())
    picker_ = std::async(std::launch::async, [surface] {
      return std::shared_ptr<const engine::scalp::HeadPicker>(
          std::make_shared<engine::scalp::HeadPicker>(*surface));
    });
}

void Lens::place(const ui::Rect& picture, const ui::Rect& free, double scale) {
  picture_ = picture;
  free_ = free;
  scale_ = scale;
}

Vec2 Lens::middle() const {
  return {static_cast<double>(free_.centre().x), static_cast<double>(free_.centre().y)};
}

render::Viewport Lens::viewport() const {
  return {std::max(1, static_cast<int>(std::lround(picture_.w))),
          std::max(1, static_cast<int>(std::lround(picture_.h)))};
}

Vec2 Lens::local(Vec2 p) const {
  return {p.x - static_cast<double>(picture_.x), p.y - static_cast<double>(picture_.y)};
}

std::optional<CanvasPoint> Lens::pick(Vec2 window_px) const {
  if (const auto* pad = canvas_->pad()) {
    const Vec2 mm = render::pixel_to_pad(camera_, viewport(), local(window_px));
    if (!(mm.x >= 0 && mm.y >= 0 && mm.x <= pad->width.value && mm.y <= pad->height.value))
      return std::nullopt;
    return engine::scalp::canvas_point_from_mm(mm);
  }
  const render::Ray ray = render::pixel_ray(camera_, viewport(), local(window_px));
  return picker_.get()->pick(ray.origin, ray.direction);
}

std::optional<Vec3> Lens::surface(Vec2 window_px) const {
  const auto p = pick(window_px);
  if (!p) return std::nullopt;
  const auto where = canvas_->locate(*p);
  return where ? std::optional(where->position) : std::nullopt;
}

std::optional<ui::Point> Lens::project(CanvasPoint p) const {
  const auto where = canvas_->locate(p);
  if (!where) return std::nullopt;
  if (head()) {
    const Vec3 to_eye = render::eye_position(camera_, viewport()) - where->position;
    if (glm::dot(to_eye, where->normal) <= 0) return std::nullopt;
  }
  const auto px = render::project(camera_, viewport(), where->position);
  if (!px) return std::nullopt;
  return ui::Point{static_cast<float>(px->x) + picture_.x, static_cast<float>(px->y) + picture_.y};
}

double Lens::points_per_mm() const {
  return camera_.px_per_mm / scale_;
}

double Lens::px_per_mm_at(CanvasPoint p) const {
  const auto where = canvas_->locate(p);
  return where ? render::px_per_mm_at(camera_, viewport(), where->position) : camera_.px_per_mm;
}

engine::sim::Tilt Lens::tilt_on_skin(CanvasPoint p, Vec2 tilt_deg) const {
  constexpr std::int32_t kReachUm = 500;  // to either side, for the directions of u and v there
  const auto where = canvas_->locate(p);
  if (!where) return {};
  const auto along = [&](std::int32_t du, std::int32_t dv) {
    const auto a = canvas_->position({p.u_um - du, p.v_um - dv}),
               b = canvas_->position({p.u_um + du, p.v_um + dv});
    return b.value_or(where->position) - a.value_or(where->position);
  };
  const auto tangent = [](double deg) {
    return std::tan(radians_from_degrees(std::clamp(deg, -kFlattest, kFlattest)).value);
  };
  const Vec3 n = where->normal, raw_u = along(kReachUm, 0), raw_v = along(0, kReachUm);
  const Vec3 level = raw_u - n * glm::dot(raw_u, n);
  if (!(glm::length(level) > 0.0)) return {};
  const Vec3 u = glm::normalize(level), across = glm::cross(n, u),
             v = glm::dot(across, raw_v) < 0.0 ? -across : across;
  const render::CameraAxes eye = render::camera_axes(camera_);
  const Vec3 hand = eye.back + eye.right * tangent(tilt_deg.x) - eye.up * tangent(tilt_deg.y);
  const auto tenths = [&](const Vec3& axis) {
    const double deg = engine::core::degrees(Radians{std::atan2(glm::dot(hand, axis), glm::dot(hand, n))});
    return static_cast<std::int16_t>(std::lround(std::clamp(deg, -kFlattest, kFlattest) * 10.0));
  };
  return {.x_ddeg = tenths(u), .y_ddeg = tenths(v)};
}

}  // namespace trainer::canvas
