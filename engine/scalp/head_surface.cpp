#include "engine/scalp/head_surface.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

namespace exact = core::exact;
using core::kPi;

namespace {

constexpr double kMiddleHeight = 45.0;    // of the point that meridians are seen from, mm
constexpr double kBrow = 30.0;            // meridians end at this height in front ...
constexpr double kNape = -45.0;           // ... and at this one elsewhere, mm

double catmull(double a, double b, double c, double d, double t) {
  return b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)));
}

// Skin thickness by place: 1.18 front, 1.38 temples, 1.48 back, 1.3 at the vertex (domain 1.1).
double thickness(double theta, double rho) {
  const double front = std::max(0.0, exact::cos(theta)), back = std::max(0.0, -exact::cos(theta)), side = std::fabs(exact::sin(theta));
  const double rim = (1.18 * front * front + 1.48 * back * back + 1.38 * side * side) / (front * front + back * back + side * side);
  return solids::mix(1.3, rim, solids::smoothstep(20.0, 120.0, rho));
}

}  // namespace

HeadSurface::HeadSurface(HeadShape shape) : implicit_(shape) {
  // The vertex: highest point of the midline, by golden section over z.
  middle_ = {0.0, kMiddleHeight * shape.height, -8.0 * shape.length};
  double low = -60.0, high = 50.0;
  const auto top = [&](double z) {
    double y = 160.0;
    for (int i = 0; i < 60; ++i) y -= implicit_.distance({0.0, y, z}, Ears::Without) * 0.9;
    return y;
  };
  for (int i = 0; i < 40; ++i) {
    const double a = high - (high - low) * 0.6180339887498949, b = low + (high - low) * 0.6180339887498949;
    (top(a) > top(b) ? high : low) = top(a) > top(b) ? b : a;
  }
  middle_.z = 0.5 * (low + high);
  build_table();
  find_landmarks();
}

Vec3 HeadSurface::direction(double theta, double phi) const {
  const double s = exact::sin(phi);
  return {s * exact::sin(theta), exact::cos(phi), s * exact::cos(theta)};
}

// Regula falsi steps from a near guess: the distance is almost linear along the ray.
Vec3 HeadSurface::on_ray(const Vec3& d, double guess) const {
  double a = guess, fa = implicit_.distance(middle_ + d * a, Ears::Without);
  double b = a - fa, fb = implicit_.distance(middle_ + d * b, Ears::Without);
  for (int i = 0; i < 12 && std::fabs(fb) > 1e-7 && fb != fa; ++i) {
    const double next = b - fb * std::clamp((b - a) / (fb - fa), 0.2, 5.0);
    a = b;
    fa = fb;
    b = next;
    fb = implicit_.distance(middle_ + d * b, Ears::Without);
  }
  return middle_ + d * b;
}

void HeadSurface::build_table() {
  rho_.resize(std::size_t{kMeridians} * kSteps);
  radius_.resize(rho_.size());
  for (int i = 0; i < kMeridians; ++i) {
    const double theta = 2.0 * kPi * i / kMeridians;
    double length = 0.0, radius = 85.0;
    Vec3 last{0.0};
    for (int j = 0; j < kSteps; ++j) {
      const auto index = static_cast<std::size_t>(i * kSteps + j);
      const int mirror = (kMeridians - i) % kMeridians;
      if (mirror < i) {  // the head is symmetric: the right half is the left one
        rho_[index] = rho_[static_cast<std::size_t>(mirror * kSteps + j)];
        radius_[index] = radius_[static_cast<std::size_t>(mirror * kSteps + j)];
        continue;
      }
      const Vec3 p = on_ray(direction(theta, j * kStep), radius);
      radius = glm::length(p - middle_);
      if (j > 0) {
        // Chord to arc: the rise of the sagitta over one step, from the turn of the tangent.
        const double chord = glm::length(p - last);
        length += chord * (1.0 + kStep * kStep / 24.0);
      }
      last = p;
      rho_[index] = length;
      radius_[index] = radius;
    }
  }
}

double HeadSurface::rho(double theta, double phi) const {
  const double turn = theta / (2.0 * kPi) * kMeridians, base = std::floor(turn), t = turn - base;
  const int i = static_cast<int>(base);
  const double steps = std::clamp(phi / kStep, 0.0, kSteps - 1.000001), s = steps - std::floor(steps);
  const int j = static_cast<int>(steps);
  const auto at = [&](int m, int k) {
    const int meridian = ((m % kMeridians) + kMeridians) % kMeridians;
    if (k < 0) return -rho_[static_cast<std::size_t>(((meridian + kMeridians / 2) % kMeridians) * kSteps - k)];  // over the vertex
    return rho_[static_cast<std::size_t>(meridian * kSteps + std::min(k, kSteps - 1))];
  };
  const auto along = [&](int m) { return catmull(at(m, j - 1), at(m, j), at(m, j + 1), at(m, j + 2), s); };
  return catmull(along(i - 1), along(i), along(i + 1), along(i + 2), t);
}

double HeadSurface::phi_of(double theta, double wanted) const {
  double low = 0.0, high = (kSteps - 1) * kStep;
  for (int i = 0; i < 50; ++i) {
    const double middle = 0.5 * (low + high);
    (rho(theta, middle) < wanted ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

double HeadSurface::reach(double theta) const {
  const double end = exact::cos(theta) > 0.5 ? kBrow : solids::mix(kNape, kBrow, solids::smoothstep(-0.2, 0.5, exact::cos(theta)));
  const double turn = (theta < 0.0 ? theta + 2.0 * kPi : theta) / (2.0 * kPi) * kMeridians;
  const int i = static_cast<int>(turn) % kMeridians;
  for (int j = kSteps - 1; j > 0; --j) {
    const auto index = static_cast<std::size_t>(i * kSteps + j);
    if (middle_.y + radius_[index] * exact::cos(j * kStep) >= end) return rho_[index];
  }
  return 0.0;
}

Vec3 HeadSurface::place(Vec2 uv) const {
  const double distance = glm::length(uv);
  const double theta = distance > 0.0 ? exact::atan2(uv.x, uv.y) : 0.0;
  const double phi = phi_of(theta, distance);
  const int i = static_cast<int>(std::floor((theta < 0.0 ? theta + 2.0 * kPi : theta) / (2.0 * kPi) * kMeridians)) % kMeridians;
  const int j = static_cast<int>(phi / kStep);
  return on_ray(direction(theta, phi), radius_[static_cast<std::size_t>(i * kSteps + std::min(j, kSteps - 1))]);
}

std::optional<SurfacePoint> HeadSurface::locate(CanvasPoint p) const {
  const Vec2 uv = mm_from_canvas_point(p);
  const double distance = glm::length(uv);
  if (distance > 400.0) return std::nullopt;
  const double theta = distance > 0.0 ? exact::atan2(uv.x, uv.y) : 0.0;
  if (distance > reach(theta)) return std::nullopt;
  const Vec3 position = place(uv);
  return SurfacePoint{position, implicit_.normal(position, Ears::Without), core::Mm{thickness(theta, distance)}};
}

std::optional<CanvasPoint> HeadSurface::address_of(const Vec3& position) const {
  const Vec3 d = position - middle_;
  const double size = glm::length(d);
  if (!(size > 1.0)) return std::nullopt;
  const double flat = std::sqrt(d.x * d.x + d.z * d.z);
  const double theta = flat > 0.0 ? exact::atan2(d.x, d.z) : 0.0, phi = exact::atan2(flat, d.y);
  if (phi > (kSteps - 2) * kStep) return std::nullopt;
  const double distance = rho(theta, phi);
  if (distance > reach(theta)) return std::nullopt;
  return canvas_point_from_mm({distance * exact::sin(theta), distance * exact::cos(theta)});
}

}  // namespace engine::scalp
