#include "trainer/canvas/eye.h"
#include "engine/core/moment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <sstream>

#include "engine/scalp/head_picker.h"
#include "engine/scalp/head_surface.h"

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::Radians;
using engine::core::radians_from_degrees;

namespace {

constexpr engine::core::Span kFlightUs{400'000};  // docs/design.md 7
constexpr double kDegreesPerPoint = 0.35;         // of a drag that turns the head
constexpr double kFlattest = 89.0;  // of a pen, degrees: flatter, a tangent says nothing any more

double ease(double t) {
  return t < 0.5 ? 4 * t * t * t : 1 - std::pow(-2 * t + 2, 3) / 2;
}

// The short way round.
Radians turn_between(Radians a, Radians b, double t) {
  double d = std::fmod(b.value - a.value, 2 * engine::core::kPi);
  if (d > engine::core::kPi) d -= 2 * engine::core::kPi;
  if (d < -engine::core::kPi) d += 2 * engine::core::kPi;
  return Radians{a.value + d * t};
}

Camera between(const Camera& a, const Camera& b, double t) {
  Camera c = b;
  c.target = a.target + (b.target - a.target) * t;
  c.px_per_mm = a.px_per_mm * std::pow(b.px_per_mm / a.px_per_mm, t);
  c.yaw = turn_between(a.yaw, b.yaw, t);
  c.pitch = turn_between(a.pitch, b.pitch, t);
  c.roll = turn_between(a.roll, b.roll, t);
  return c;
}

}  // namespace

Eye::Eye(const engine::scalp::Canvas& canvas) : canvas_(&canvas) {
  camera_.kind = canvas.pad() != nullptr ? render::CameraKind::Pad : render::CameraKind::Head;
  if (const auto* surface = canvas.head())
    picker_ = std::async(std::launch::async, [surface] {
      return std::shared_ptr<const engine::scalp::HeadPicker>(
          std::make_shared<engine::scalp::HeadPicker>(*surface));
    });
}

void Eye::place(const ui::Rect& picture, const ui::Rect& free, double scale) {
  picture_ = picture;
  free_ = free;
  scale_ = scale;
}

render::Viewport Eye::viewport() const {
  return {std::max(1, static_cast<int>(std::lround(picture_.w))),
          std::max(1, static_cast<int>(std::lround(picture_.h)))};
}

Vec2 Eye::local(Vec2 p) const {
  return {p.x - static_cast<double>(picture_.x), p.y - static_cast<double>(picture_.y)};
}

std::optional<CanvasPoint> Eye::pick(Vec2 window_px) const {
  if (const auto* pad = canvas_->pad()) {
    const Vec2 mm = render::pixel_to_pad(camera_, viewport(), local(window_px));
    if (!(mm.x >= 0 && mm.y >= 0 && mm.x <= pad->width.value && mm.y <= pad->height.value))
      return std::nullopt;
    return engine::scalp::canvas_point_from_mm(mm);
  }
  const render::Ray ray = render::pixel_ray(camera_, viewport(), local(window_px));
  return picker_.get()->pick(ray.origin, ray.direction);
}

std::optional<Vec3> Eye::surface(Vec2 window_px) const {
  const auto p = pick(window_px);
  if (!p) return std::nullopt;
  const auto where = canvas_->locate(*p);
  return where ? std::optional(where->position) : std::nullopt;
}

std::optional<ui::Point> Eye::project(CanvasPoint p) const {
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

Camera Eye::off_the_head(const Camera& camera) const {
  if (!head()) return camera;
  const auto& skin = canvas_->head()->implicit();
  return render::keep_outside(camera, viewport(),
                              [&](const Vec3& p) { return skin.distance(p, engine::scalp::Ears::With); });
}

double Eye::points_per_mm() const {
  return camera_.px_per_mm / scale_;
}

double Eye::px_per_mm_at(CanvasPoint p) const {
  const auto where = canvas_->locate(p);
  return where ? render::px_per_mm_at(camera_, viewport(), where->position) : camera_.px_per_mm;
}

engine::sim::Tilt Eye::tilt_on_skin(CanvasPoint p, Vec2 tilt_deg) const {
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

// ---- moves

void Eye::zoom(Vec2 window_px, double factor) {
  flight_.reset();
  camera_ = render::zoom_at(camera_, viewport(), local(window_px), factor, surface(window_px));
}

void Eye::drag(Vec2 from, Vec2 to, engine::platform::Button button, bool rolling) {
  flight_.reset();
  const Vec2 by = to - from;
  if (button == engine::platform::Button::Right && rolling) {
    roll(by.x / scale_ * kDegreesPerPoint);
  } else if (button == engine::platform::Button::Right && head()) {
    // Slower near the skin: the same drag moves the picture by about the same way.
    const double speed = kDegreesPerPoint * std::clamp(2.5 / points_per_mm(), 0.12, 1.0);
    const double side = camera_.mirrored ? -1.0 : 1.0;
    const auto centre =
        surface({static_cast<double>(free_.centre().x), static_cast<double>(free_.centre().y)});
    camera_ = render::orbit_about(camera_, centre.value_or(camera_.target),
                                  radians_from_degrees(-by.x / scale_ * speed * side),
                                  radians_from_degrees(by.y / scale_ * speed));
    camera_ = off_the_head(camera_);
  } else {
    camera_ = render::pan(camera_, by);
  }
}

void Eye::nudge(Vec2 points) {
  camera_ = render::pan(camera_, points * scale_);
}

void Eye::turn(Radians yaw, Radians pitch) {
  constexpr double kPointsPerDegree = 8.0;  // a pad does not turn: it moves
  if (!head()) return nudge(Vec2{degrees(yaw), degrees(pitch)} * kPointsPerDegree);
  const auto centre = surface({static_cast<double>(free_.centre().x), static_cast<double>(free_.centre().y)});
  camera_ = render::orbit_about(camera_, centre.value_or(camera_.target), yaw, pitch);
  camera_ = off_the_head(camera_);
}

void Eye::roll(double degrees) {
  camera_ = render::roll_by(camera_, radians_from_degrees(degrees));
}

void Eye::turn_light(double degrees) {
  const double turned = camera_.light.value + engine::core::radians_from_degrees(degrees).value;
  camera_.light = engine::core::Radians{std::remainder(turned, 2.0 * engine::core::kPi)};
}

void Eye::square() {
  const auto p = pick({static_cast<double>(free_.centre().x), static_cast<double>(free_.centre().y)});
  if (p) camera_ = aim(*p, points_per_mm());
}

void Eye::set_mirror(bool on) {
  camera_.mirrored = on;
}

Camera Eye::centred(Camera camera) const {
  const ui::Point f = free_.centre(), p = picture_.centre();
  return render::pan(camera, {static_cast<double>(f.x - p.x), static_cast<double>(f.y - p.y)});
}

Camera Eye::aim(CanvasPoint p, double points_per_mm) const {
  Camera c = camera_;
  c.px_per_mm = std::clamp(points_per_mm * scale_, render::kMinPxPerMm, render::kMaxPxPerMm);
  c.roll = Radians{0.0};
  if (const auto where = canvas_->locate(p)) {
    if (head())
      c = render::look_square(c, where->position, where->normal);
    else
      c.target = where->position;
  }
  return centred(c);
}

std::optional<Camera> Eye::magnified(Vec2 window_px, double factor) const {
  const auto at = surface(window_px);
  if (!at) return std::nullopt;
  Camera c = camera_;
  c.target = *at;
  c.px_per_mm = std::min(camera_.px_per_mm * factor, render::kMaxPxPerMm * scale_);
  return c;
}

void Eye::look_at(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us) {
  start_flight(aim(p, points_per_mm), now_us);
}

void Eye::look_from_afar(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us) {
  Camera c = aim(p, points_per_mm);
  if (head()) {
    constexpr double kToTheWork = 0.4;  // from the middle of the head: the face matters less than the scalp
    constexpr double kSteepest = 0.78;  // radians: nobody looks down on a head from straight above
    const render::Viewport free{std::max(1, static_cast<int>(free_.w)),
                                std::max(1, static_cast<int>(free_.h))};
    const Camera all = render::standard_view(render::StandardView::Front, free);
    c.target = all.target + (c.target - all.target) * kToTheWork;
    c.px_per_mm = std::min(c.px_per_mm, all.px_per_mm);
    c.pitch = Radians{std::clamp(c.pitch.value, -kSteepest, kSteepest)};
    c = centred(c);
  }
  start_flight(c, now_us);
}

void Eye::fit(CanvasPoint low, CanvasPoint high, engine::core::SteadyTime now_us) {
  const double w = (high.u_um - low.u_um) / 1000.0, h = (high.v_um - low.v_um) / 1000.0;
  const double px = std::min(static_cast<double>(free_.w) / std::max(1.0, w),
                             static_cast<double>(free_.h) / std::max(1.0, h));
  look_at({(low.u_um + high.u_um) / 2, (low.v_um + high.v_um) / 2}, px / scale_, now_us);
}

void Eye::whole(engine::core::SteadyTime now_us) {
  if (const auto* pad = canvas_->pad())
    return fit({0, 0}, engine::scalp::canvas_point_from_mm({pad->width.value, pad->height.value}), now_us);
  stand(0, now_us);
}

void Eye::whole_or_back(engine::core::SteadyTime now_us) {
  if (before_whole_) {
    start_flight(*before_whole_, now_us);
    before_whole_.reset();
    return;
  }
  const Camera here = camera_;
  whole(now_us);
  before_whole_ = here;
}

void Eye::stand(int view, engine::core::SteadyTime now_us) {
  if (!head()) return whole(now_us);
  constexpr render::StandardView kViews[] = {render::StandardView::Front, render::StandardView::Left,
                                             render::StandardView::Right, render::StandardView::Top,
                                             render::StandardView::Back,  render::StandardView::ThreeQuarter};
  // As high as the free part, not as the picture.
  const render::Viewport free{std::max(1, static_cast<int>(free_.w)), std::max(1, static_cast<int>(free_.h))};
  Camera c = render::standard_view(kViews[static_cast<std::size_t>(std::clamp(view, 0, 5))], free);
  c.mirrored = camera_.mirrored;
  start_flight(centred(c), now_us);
}

// ---- flights and memory

void Eye::start_flight(const Camera& to, engine::core::SteadyTime now_us) {
  before_whole_.reset();
  flight_ = Flight{camera_, to, now_us};
  if (cuts_) jump();
}

bool Eye::fly(engine::core::SteadyTime now_us) {
  if (!flight_) return false;
  const double t = engine::core::ratio(now_us - flight_->start_us, kFlightUs);
  if (t >= 1.0) {
    jump();
    return true;
  }
  camera_ = between(flight_->from, flight_->to, ease(std::max(0.0, t)));
  return true;
}

void Eye::jump() {
  if (!flight_) return;
  camera_ = flight_->to;
  flight_.reset();
}

std::string Eye::words() const {
  const Camera c = flight_ ? flight_->to : camera_;
  return fmt::format("{:.3f} {:.3f} {:.3f} {:.4f} {:.5f} {:.5f} {:.5f}", c.target.x, c.target.y, c.target.z,
                     c.px_per_mm / scale_, c.yaw.value, c.pitch.value, c.roll.value);
}

bool Eye::recall(const std::string& words) {
  std::istringstream in(words);
  in.imbue(std::locale::classic());
  Camera c = camera_;
  double points = 0;
  if (!(in >> c.target.x >> c.target.y >> c.target.z >> points >> c.yaw.value >> c.pitch.value >>
        c.roll.value))
    return false;
  for (const double value : {c.target.x, c.target.y, c.target.z, c.yaw.value, c.pitch.value, c.roll.value})
    if (!(std::fabs(value) < 1000)) return false;
  if (!(points > 0.1 && points < 100)) return false;
  c.px_per_mm = std::clamp(points * scale_, render::kMinPxPerMm, render::kMaxPxPerMm);
  flight_.reset();
  camera_ = c;
  return true;
}

}  // namespace trainer::canvas
