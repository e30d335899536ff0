#include "engine/geometry/catmull_rom.h"

#include <array>
#include <cmath>

#include "engine/geometry/polyline.h"

namespace engine::geometry {

namespace {

using Four = std::array<Vec2, 4>;

// Barry and Goldman's pyramid with knots at sqrt(chord): no loops, no overshoot.
Vec2 point(const Four& p, double share) {
  std::array<double, 4> t{0, 0, 0, 0};
  for (std::size_t i = 1; i < 4; ++i) t[i] = t[i - 1] + std::sqrt(glm::length(p[i] - p[i - 1]));
  const double x = t[1] + (t[2] - t[1]) * share;
  const auto mix = [&](Vec2 a, Vec2 b, double ta, double tb) {
    return a * ((tb - x) / (tb - ta)) + b * ((x - ta) / (tb - ta));
  };
  const Vec2 a1 = mix(p[0], p[1], t[0], t[1]), a2 = mix(p[1], p[2], t[1], t[2]),
             a3 = mix(p[2], p[3], t[2], t[3]);
  const Vec2 b1 = mix(a1, a2, t[0], t[2]), b2 = mix(a2, a3, t[1], t[3]);
  return mix(b1, b2, t[1], t[2]);
}

void flatten(const Four& p, double from, Vec2 a, double to, Vec2 b, double tolerance, int depth,
             std::vector<Vec2>& out) {
  const double middle = 0.5 * (from + to);
  const Vec2 m = point(p, middle);
  // The quarter points too: an S-shaped piece can pass through its chord's middle.
  const double off =
      std::fmax(segment_distance(m, a, b), std::fmax(segment_distance(point(p, 0.5 * (from + middle)), a, b),
                                                     segment_distance(point(p, 0.5 * (middle + to)), a, b)));
  if (depth >= 12 || off <= tolerance) {
    out.push_back(b);
    return;
  }
  flatten(p, from, a, middle, m, tolerance, depth + 1, out);
  flatten(p, middle, m, to, b, tolerance, depth + 1, out);
}

}  // namespace

std::vector<Vec2> catmull_rom(std::span<const Vec2> given, double tolerance) {
  std::vector<Vec2> points;
  for (const Vec2 p : given)
    if (points.empty() || glm::length(p - points.back()) > 1e-6) points.push_back(p);
  if (points.size() < 3) return points;
  std::vector<Vec2> line{points.front()};
  const std::size_t last = points.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    const Vec2 before = i > 0 ? points[i - 1] : points[0] * 2.0 - points[1];
    const Vec2 after = i + 1 < last ? points[i + 2] : points[last] * 2.0 - points[last - 1];
    const Four piece{before, points[i], points[i + 1], after};
    flatten(piece, 0.0, points[i], 1.0, points[i + 1], tolerance, 0, line);
  }
  return line;
}

}  // namespace engine::geometry
