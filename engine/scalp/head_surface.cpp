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

constexpr double kMiddleHeight = 45.0;  // of the point that meridians are seen from, mm
constexpr double kBrow = 30.0;          // meridians end at this height in front ...
constexpr double kSide = -45.0;         // ... at this one beside it, below the sideburns ...
constexpr double kNape = -80.0;         // ... and at this one behind, below the nape's hair, mm

// Catmull-Rom: weights of the four knots at -1, 0, 1, 2 for a place between 0 and 1.
std::array<double, 4> cubic_weights(double t) {
  const double t2 = t * t, t3 = t2 * t;
  return {0.5 * (2.0 * t2 - t - t3), 1.0 + 0.5 * (3.0 * t3 - 5.0 * t2), 0.5 * (t + 4.0 * t2 - 3.0 * t3),
          0.5 * (t3 - t2)};
}

double weighted(const std::array<double, 4>& w, const std::array<double, 4>& x) {
  return w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3] * x[3];
}

// Turns of theta, in meridians of the table, from 0 up.
double turns(double theta, int meridians) {
  return (theta < 0.0 ? theta + 2.0 * kPi : theta) / (2.0 * kPi) * meridians;
}

// Skin thickness by place: 1.18 front, 1.38 temples, 1.48 back, 1.3 at the vertex (docs/domain.md 1.1).
double thickness(double theta, double rho) {
  const double front = std::max(0.0, exact::cos(theta)), back = std::max(0.0, -exact::cos(theta)),
               side = std::fabs(exact::sin(theta));
  const double rim = (1.18 * front * front + 1.48 * back * back + 1.38 * side * side) /
                     (front * front + back * back + side * side);
  return solids::mix(1.3, rim, solids::smoothstep(20.0, 120.0, rho));
}

}  // namespace

HeadSurface::HeadSurface(HeadShape shape) : implicit_(shape) {
  // The vertex: highest point of the midline, by golden section over z.
  middle_ = {0.0, kMiddleHeight * shape.height, -8.0 * shape.length};
  double low = -60.0, high = 50.0;
  const auto top = [&](double z) {
    double y = 160.0;
    for (int i = 0; i < 60; ++i) y -= implicit_.distance({0.0, y, z}, Ears::Without).value * 0.9;
    return y;
  };
  for (int i = 0; i < 40; ++i) {
    const double a = high - (high - low) * 0.6180339887498949, b = low + (high - low) * 0.6180339887498949;
    (top(a) > top(b) ? high : low) = top(a) > top(b) ? b : a;
  }
  middle_.z = 0.5 * (low + high);
  build_table();
  build_reach();
  find_landmarks();
}

Vec3 HeadSurface::direction(double theta, double phi) const {
  const double s = exact::sin(phi);
  return {s * exact::sin(theta), exact::cos(phi), s * exact::cos(theta)};
}

// Regula falsi steps from a near guess: the distance is almost linear along the ray.
Vec3 HeadSurface::on_ray(const Vec3& d, double guess) const {
  double a = guess, fa = implicit_.distance(middle_ + d * a, Ears::Without).value;
  double b = a - fa, fb = implicit_.distance(middle_ + d * b, Ears::Without).value;
  for (int i = 0; i < 12 && std::fabs(fb) > 1e-7 && fb != fa; ++i) {
    const double next = b - fb * std::clamp((b - a) / (fb - fa), 0.2, 5.0);
    a = b;
    fa = fb;
    b = next;
    fb = implicit_.distance(middle_ + d * b, Ears::Without).value;
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

// Where the meridians end: at a height, interpolated between the knots on both sides of it.
void HeadSurface::build_reach() {
  reach_.resize(kMeridians);
  for (int i = 0; i < kMeridians; ++i) {
    const double cosine = exact::cos(2.0 * kPi * i / kMeridians);
    const double side = solids::mix(kSide, kBrow, solids::smoothstep(0.33, 0.62, cosine));
    const double end = solids::mix(side, kNape, solids::smoothstep(0.2, 0.75, -cosine));
    const auto height = [&](int j) {
      return middle_.y + radius_[static_cast<std::size_t>(i * kSteps + j)] * exact::cos(j * kStep);
    };
    int j = kSteps - 2;
    while (j > 0 && height(j) < end) --j;
    const auto index = static_cast<std::size_t>(i * kSteps + j);
    const double share = std::clamp((height(j) - end) / std::max(height(j) - height(j + 1), 1e-9), 0.0, 1.0);
    reach_[static_cast<std::size_t>(i)] = solids::mix(rho_[index], rho_[index + 1], share);
  }
}

HeadSurface::Meridian HeadSurface::meridian(double theta) {
  const double turn = turns(theta, kMeridians), base = std::floor(turn);
  return {static_cast<int>(base) - 1, cubic_weights(turn - base), exact::sin(theta), exact::cos(theta)};
}

double HeadSurface::rho_at(const Meridian& m, int step) const {
  const int over = step < 0 ? kMeridians / 2 : 0;  // over the vertex the meridian goes on as the opposite one
  const int j = std::min(std::abs(step), kSteps - 1);
  double sum = 0.0;
  for (int k = 0; k < 4; ++k) {
    const int i = (m.first + k + over + kMeridians) % kMeridians;
    sum += m.weight[static_cast<std::size_t>(k)] * rho_[static_cast<std::size_t>(i * kSteps + j)];
  }
  return step < 0 ? -sum : sum;
}

double HeadSurface::rho(double theta, double phi) const {
  const Meridian m = meridian(theta);
  const double steps = std::clamp(phi / kStep, 0.0, kSteps - 1.000001);
  const int j = static_cast<int>(steps);
  return weighted(cubic_weights(steps - j),
                  {rho_at(m, j - 1), rho_at(m, j), rho_at(m, j + 1), rho_at(m, j + 2)});
}

// rho rises with phi: bisection over the knots, then within one step.
double HeadSurface::phi_of(const Meridian& m, double wanted) const {
  int below = 0, above = kSteps - 1;
  while (above - below > 1) {
    const int middle = (below + above) / 2;
    (rho_at(m, middle) < wanted ? below : above) = middle;
  }
  const std::array<double, 4> knots{rho_at(m, below - 1), rho_at(m, below), rho_at(m, below + 1),
                                    rho_at(m, below + 2)};
  double low = 0.0, high = 1.0;
  for (int i = 0; i < 45; ++i) {
    const double t = 0.5 * (low + high);
    (weighted(cubic_weights(t), knots) < wanted ? low : high) = t;
  }
  return (below + 0.5 * (low + high)) * kStep;
}

core::Mm HeadSurface::reach(core::Radians theta) const {
  const double turn = turns(theta.value, kMeridians);
  const int i = static_cast<int>(turn);
  return core::Mm{solids::mix(reach_[static_cast<std::size_t>(i % kMeridians)],
                              reach_[static_cast<std::size_t>((i + 1) % kMeridians)], turn - i)};
}

Vec3 HeadSurface::place(Vec2 uv) const {
  const double distance = glm::length(uv);
  const double theta = distance > 0.0 ? exact::atan2(uv.x, uv.y) : 0.0;
  const Meridian m = meridian(theta);
  const double phi = phi_of(m, distance);
  const double sine = exact::sin(phi);
  const int i = (m.first + 1) % kMeridians, j = std::min(static_cast<int>(phi / kStep), kSteps - 1);
  return on_ray({sine * m.sine, exact::cos(phi), sine * m.cosine},
                radius_[static_cast<std::size_t>(i * kSteps + j)]);
}

std::optional<Vec3> HeadSurface::position(CanvasPoint p) const {
  const Vec2 uv = mm_from_canvas_point(p);
  const double distance = glm::length(uv);
  if (distance > 400.0 || (distance > 0.0 && distance > reach(core::Radians{exact::atan2(uv.x, uv.y)}).value))
    return std::nullopt;
  return place(uv);
}

std::optional<SurfacePoint> HeadSurface::locate(CanvasPoint p) const {
  const auto at = position(p);
  if (!at) return std::nullopt;
  const Vec2 uv = mm_from_canvas_point(p);
  const double distance = glm::length(uv), theta = distance > 0.0 ? exact::atan2(uv.x, uv.y) : 0.0;
  return SurfacePoint{*at, implicit_.normal(*at, Ears::Without), core::Mm{thickness(theta, distance)}};
}

std::optional<CanvasPoint> HeadSurface::address_of(const Vec3& position) const {
  const Vec3 d = position - middle_;
  const double size = glm::length(d);
  if (!(size > 1.0)) return std::nullopt;
  const double flat = std::sqrt(d.x * d.x + d.z * d.z);
  const double theta = flat > 0.0 ? exact::atan2(d.x, d.z) : 0.0, phi = exact::atan2(flat, d.y);
  if (phi > (kSteps - 2) * kStep) return std::nullopt;
  const double distance = rho(theta, phi);
  if (distance > reach(core::Radians{theta}).value) return std::nullopt;
  return canvas_point_from_mm({distance * exact::sin(theta), distance * exact::cos(theta)});
}

}  // namespace engine::scalp
