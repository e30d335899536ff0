#include "trainer/canvas/flight.h"

#include <algorithm>
#include <cmath>

namespace trainer::canvas {

using engine::core::Radians;
using engine::render::Camera;

namespace {

constexpr engine::core::Span kFlightUs{400'000};  // docs/design.md 7

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

void Flight::start(const Camera& from, const Camera& to, engine::core::SteadyTime now_us) {
  way_ = Way{from, to, now_us};
}

std::optional<Camera> Flight::goal() const {
  return way_ ? std::optional(way_->to) : std::nullopt;
}

std::optional<Camera> Flight::follow(engine::core::SteadyTime now_us) {
  if (!way_) return std::nullopt;
  const double t = engine::core::ratio(now_us - way_->start_us, kFlightUs);
  if (t < 1.0) return between(way_->from, way_->to, ease(std::max(0.0, t)));
  const Camera there = way_->to;
  end();
  return there;
}

}  // namespace trainer::canvas
