#include "engine/geometry/polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine::geometry {

double length(std::span<const Vec2> line) {
  double sum = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += glm::length(line[i] - line[i - 1]);
  return sum;
}

double segment_distance(Vec2 p, Vec2 a, Vec2 b) {
  const Vec2 ab = b - a;
  const double length2 = glm::dot(ab, ab);
  const double t = length2 > 0.0 ? std::clamp(glm::dot(p - a, ab) / length2, 0.0, 1.0) : 0.0;
  return glm::length(p - (a + ab * t));
}

double distance(std::span<const Vec2> line, Vec2 p) {
  double best = glm::length(p - line.front());
  for (std::size_t i = 1; i < line.size(); ++i)
    best = std::min(best, segment_distance(p, line[i - 1], line[i]));
  return best;
}

double signed_distance(std::span<const Vec2> line, Vec2 p) {
  double best = std::numeric_limits<double>::infinity(), side = 1.0, clearest = -1.0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec2 a = line[i - 1], ab = line[i] - a;
    const double d = segment_distance(p, a, line[i]);
    const double turn = ab.x * (p.y - a.y) - ab.y * (p.x - a.x);
    const double size = glm::length(ab);
    const double clear = size > 0.0 ? std::fabs(turn) / size : 0.0;
    // At a shared vertex two segments are equally near: the one seen more squarely decides the side.
    if (d < best - 1e-12 || (d <= best + 1e-12 && clear > clearest)) {
      best = std::min(best, d);
      side = turn < 0.0 ? -1.0 : 1.0;
      clearest = clear;
    }
  }
  return side * best;
}

double nearest_arc(std::span<const Vec2> line, Vec2 p) {
  double best = std::numeric_limits<double>::infinity(), arc = 0.0, before = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec2 a = line[i - 1], ab = line[i] - a;
    const double length2 = glm::dot(ab, ab),
                 t = length2 > 0.0 ? std::clamp(glm::dot(p - a, ab) / length2, 0.0, 1.0) : 0.0;
    if (const double d = glm::length(p - (a + ab * t)); d < best) {
      best = d;
      arc = before + t * std::sqrt(length2);
    }
    before += std::sqrt(length2);
  }
  return arc;
}

Vec2 point_at(std::span<const Vec2> line, double s) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = glm::length(line[i] - line[i - 1]);
    if (s <= step && step > 0.0) return line[i - 1] + (line[i] - line[i - 1]) * (std::max(s, 0.0) / step);
    s -= step;
  }
  return line.back();
}

std::vector<Vec2> resampled(std::span<const Vec2> line, std::size_t count) {
  std::vector<Vec2> points;
  const double step = length(line) / static_cast<double>(count - 1);
  for (std::size_t i = 0; i < count; ++i) points.push_back(point_at(line, step * static_cast<double>(i)));
  return points;
}

}  // namespace engine::geometry
