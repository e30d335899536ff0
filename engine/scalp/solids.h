// Distances to simple solids and their smooth blends (after I. Quilez' polynomial smooth minimum).
#pragma once

#include <algorithm>
#include <cmath>

#include "engine/geometry/vec.h"

namespace engine::scalp::solids {

using geometry::Vec2;
using geometry::Vec3;

inline double mix(double a, double b, double t) {
  return a + (b - a) * t;
}
inline double smoothstep(double low, double high, double x) {
  const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}
inline double join(double a, double b, double k) {
  const double h = std::max(k - std::fabs(a - b), 0.0) / k;
  return std::min(a, b) - h * h * k * 0.25;
}
inline double cut(double a, double b, double k) {
  return -join(-a, b, k);
}  // a without b
inline double both(double a, double b, double k) {
  return -join(-a, -b, k);
}
inline double ellipsoid(const Vec3& p, const Vec3& r) {
  const double k0 = glm::length(p / r), k1 = glm::length(p / (r * r));
  return k1 > 1e-9 ? k0 * (k0 - 1.0) / k1 : -std::min(r.x, std::min(r.y, r.z));
}
inline double capsule(const Vec3& p, const Vec3& a, const Vec3& b, double ra, double rb) {
  const Vec3 pa = p - a, ba = b - a;
  const double h = std::clamp(glm::dot(pa, ba) / glm::dot(ba, ba), 0.0, 1.0);
  return glm::length(pa - ba * h) - mix(ra, rb, h);
}

}  // namespace engine::scalp::solids
