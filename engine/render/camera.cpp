#include "engine/render/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace engine::render {
namespace {

constexpr double kRightAngle = core::kPi / 2.0;

// How far from the target the eye of an orthographic camera is put; any height above the pad will do.
constexpr double kPadEyeHeight = 100.0;

double limit_zoom(double px_per_mm) {
  return std::clamp(px_per_mm, kMinPxPerMm, kMaxPxPerMm);
}

Vec3 axes_to_space(const CameraAxes& axes, Vec3 p) {
  return axes.right * p.x + axes.up * p.y + axes.back * p.z;
}

Vec3 space_to_axes(const CameraAxes& axes, Vec3 p) {
  return {glm::dot(axes.right, p), glm::dot(axes.up, p), glm::dot(axes.back, p)};
}

Vec2 middle(Viewport viewport) {
  return {viewport.width / 2.0, viewport.height / 2.0};
}

double hand(const Camera& camera) {
  return camera.mirrored ? -1.0 : 1.0;
}

// Wraps to (-pi, pi].
double wrap(double angle) {
  return std::remainder(angle, 2.0 * core::kPi);
}

}  // namespace

CameraAxes camera_axes(const Camera& camera) {
  const double cy = std::cos(camera.yaw.value), sy = std::sin(camera.yaw.value);
  const double cp = std::cos(camera.pitch.value), sp = std::sin(camera.pitch.value);
  const double cr = std::cos(camera.roll.value), sr = std::sin(camera.roll.value);
  const Vec3 back{cp * sy, sp, cp * cy};
  const Vec3 level_right{cy, 0.0, -sy};
  const Vec3 level_up = glm::cross(back, level_right);
  return {level_right * cr + level_up * sr, level_up * cr - level_right * sr, back};
}

core::Mm eye_distance(const Camera& camera, Viewport viewport) {
  if (camera.kind == CameraKind::Pad) return core::Mm{kPadEyeHeight};
  const double half_lens = core::radians_from_degrees(kLens.value).value / 2.0;
  return core::Mm{viewport.height / 2.0 / camera.px_per_mm / std::tan(half_lens)};
}

Vec3 eye_position(const Camera& camera, Viewport viewport) {
  return camera.target + camera_axes(camera).back * eye_distance(camera, viewport).value;
}

glm::dmat4 view_matrix(const Camera& camera, Viewport viewport) {
  const CameraAxes axes = camera_axes(camera);
  const Vec3 eye = eye_position(camera, viewport);
  const Vec3 right = axes.right * hand(camera);
  glm::dmat4 view(1.0);
  for (int k = 0; k < 3; ++k) {
    view[k][0] = right[k];
    view[k][1] = axes.up[k];
    view[k][2] = axes.back[k];
  }
  view[3] = glm::dvec4(-glm::dot(right, eye), -glm::dot(axes.up, eye), -glm::dot(axes.back, eye), 1.0);
  return view;
}

glm::dmat4 projection_matrix(const Camera& camera, Viewport viewport) {
  const double distance = eye_distance(camera, viewport).value;
  const double x = 2.0 * camera.px_per_mm / viewport.width, y = 2.0 * camera.px_per_mm / viewport.height;
  glm::dmat4 p(0.0);
  if (camera.kind == CameraKind::Pad) {
    p[0][0] = x;
    p[1][1] = y;
    p[2][2] = -1.0 / kPadEyeHeight;
    p[3][2] = -1.0;
    p[3][3] = 1.0;
    return p;
  }
  // A head is less than 400 mm across, and keep_outside leaves some millimetres in front of the eye.
  const double near_mm = std::max(4.0, distance - 500.0), far_mm = distance + 500.0;
  p[0][0] = x * distance;
  p[1][1] = y * distance;
  p[2][2] = -(far_mm + near_mm) / (far_mm - near_mm);
  p[2][3] = -1.0;
  p[3][2] = -2.0 * far_mm * near_mm / (far_mm - near_mm);
  return p;
}

Ray pixel_ray(const Camera& camera, Viewport viewport, Vec2 pixel) {
  const CameraAxes axes = camera_axes(camera);
  const Vec2 mm = (pixel - middle(viewport)) / camera.px_per_mm;
  const Vec3 on_plane = camera.target + axes.right * (mm.x * hand(camera)) -
                        axes.up * mm.y;  // through the target, facing the eye
  if (camera.kind == CameraKind::Pad) return {on_plane + axes.back * kPadEyeHeight, -axes.back};
  const Vec3 eye = eye_position(camera, viewport);
  return {eye, glm::normalize(on_plane - eye)};
}

Vec2 pixel_to_pad(const Camera& camera, Viewport viewport, Vec2 pixel) {
  return Vec2(pixel_ray(camera, viewport, pixel).origin);
}

std::optional<Vec2> project(const Camera& camera, Viewport viewport, Vec3 position) {
  const Vec3 p = space_to_axes(camera_axes(camera), position - camera.target);
  const double distance = eye_distance(camera, viewport).value;
  double scale = camera.px_per_mm;
  if (camera.kind == CameraKind::Head) {
    if (distance - p.z <= 0.0) return std::nullopt;
    scale *= distance / (distance - p.z);
  }
  return middle(viewport) + Vec2(p.x * hand(camera), -p.y) * scale;
}

double px_per_mm_at(const Camera& camera, Viewport viewport, Vec3 position) {
  if (camera.kind == CameraKind::Pad) return camera.px_per_mm;
  const double distance = eye_distance(camera, viewport).value;
  const double depth = glm::dot(camera_axes(camera).back, eye_position(camera, viewport) - position);
  return camera.px_per_mm * distance / std::max(depth, 1e-3);
}

// A similarity about the anchor: the eye slides along its line of sight to it, directions stay.
Camera zoom_about(const Camera& camera, Vec3 anchor, double factor) {
  Camera out = camera;
  out.px_per_mm = limit_zoom(camera.px_per_mm * factor);
  out.target = anchor + (camera.target - anchor) * (camera.px_per_mm / out.px_per_mm);
  return out;
}

Camera zoom_at(const Camera& camera, Viewport viewport, Vec2 cursor, double factor,
               std::optional<Vec3> under_cursor) {
  if (under_cursor) return zoom_about(camera, *under_cursor, factor);
  const CameraAxes axes = camera_axes(camera);
  const Vec2 mm = (cursor - middle(viewport)) / camera.px_per_mm;
  return zoom_about(camera, camera.target + axes.right * (mm.x * hand(camera)) - axes.up * mm.y, factor);
}

Camera orbit_about(const Camera& camera, Vec3 point, Radians yaw, Radians pitch) {
  if (camera.kind == CameraKind::Pad) return camera;
  Camera out = camera;
  out.yaw = Radians{wrap(camera.yaw.value + yaw.value)};
  out.pitch = Radians{std::clamp(camera.pitch.value + pitch.value, -kRightAngle, kRightAngle)};
  const Vec3 seen = space_to_axes(camera_axes(camera), camera.target - point);
  out.target = point + axes_to_space(camera_axes(out), seen);
  return out;
}

Camera pan(const Camera& camera, Vec2 pixels) {
  const CameraAxes axes = camera_axes(camera);
  const Vec2 mm = pixels / camera.px_per_mm;
  Camera out = camera;
  out.target += axes.up * mm.y - axes.right * (mm.x * hand(camera));
  return out;
}

Camera roll_by(const Camera& camera, Radians angle) {
  constexpr double kSnap = 2.0 * core::kPi / 180.0;
  double roll = wrap(camera.roll.value + angle.value);
  for (const double stop : {-kRightAngle, 0.0, kRightAngle}) {
    if (std::abs(roll - stop) < kSnap) roll = stop;
  }
  Camera out = camera;
  out.roll = Radians{roll};
  return out;
}

Camera look_square(const Camera& camera, Vec3 point, Vec3 normal) {
  Camera out = camera;
  out.target = point;
  if (camera.kind == CameraKind::Pad) return out;
  const Vec3 n = glm::normalize(normal);
  out.pitch = Radians{std::asin(std::clamp(n.y, -1.0, 1.0))};
  // Straight from above every yaw is square: the present one stays.
  if (std::abs(n.y) < 0.9999) out.yaw = Radians{std::atan2(n.x, n.z)};
  return out;
}

Camera fit_pad(Vec2 pad_size_mm, Viewport viewport, double margin_px) {
  const double wide = (viewport.width - 2.0 * margin_px) / pad_size_mm.x;
  const double high = (viewport.height - 2.0 * margin_px) / pad_size_mm.y;
  return {.kind = CameraKind::Pad,
          .target = Vec3(pad_size_mm / 2.0, 0.0),
          .px_per_mm = limit_zoom(std::min(wide, high))};
}

Camera standard_view(StandardView view, Viewport viewport) {
  struct Pose {
    double yaw, pitch;
  };
  // Degrees. Above looks straight down, nose down in the picture.
  constexpr Pose kPoses[] = {{0.0, 3.0},  {90.0, 3.0},   {-90.0, 3.0},
                             {0.0, 90.0}, {180.0, 14.0}, {-35.0, 14.0}};
  const Pose pose = kPoses[static_cast<int>(view)];
  constexpr double kHeadHeight = 285.0;  // mm, vertex to the neck, with air
  return {.kind = CameraKind::Head,
          .target = {0.0, 12.0, 0.0},
          .px_per_mm = limit_zoom(viewport.height / kHeadHeight),
          .yaw = core::radians_from_degrees(pose.yaw),
          .pitch = core::radians_from_degrees(pose.pitch)};
}

}  // namespace engine::render
