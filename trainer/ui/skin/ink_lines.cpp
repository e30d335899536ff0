// Where lines of ink and names beside them go.
#include <algorithm>
#include <cmath>

#include "trainer/ui/skin/ink.h"

namespace trainer::ui {

std::vector<std::pair<Point, Point>> hatching(const std::vector<Point>& outline, float apart) {
  std::vector<std::pair<Point, Point>> lines;
  if (outline.size() < 3 || !(apart > 0)) return lines;
  // A falling line is where x + y is constant; along it, x orders the crossings.
  float low = outline[0].x + outline[0].y, high = low;
  for (const Point& p : outline) {
    low = std::min(low, p.x + p.y);
    high = std::max(high, p.x + p.y);
  }
  constexpr int kMost = 400;
  apart = std::max(apart, (high - low) / kMost);
  for (float c = low + apart / 2; c < high; c += apart) {
    std::vector<float> xs;
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Point a = outline[i], b = outline[(i + 1) % outline.size()];
      const float ca = a.x + a.y - c, cb = b.x + b.y - c;
      if ((ca > 0) != (cb > 0)) xs.push_back(a.x + (b.x - a.x) * ca / (ca - cb));
    }
    std::sort(xs.begin(), xs.end());
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2)
      lines.push_back({{xs[i], c - xs[i]}, {xs[i + 1], c - xs[i + 1]}});
  }
  return lines;
}

std::vector<std::vector<Point>> dashes(const std::vector<Point>& line, float on, float off) {
  std::vector<std::vector<Point>> out;
  if (line.size() < 2) return out;
  float left = on;
  bool drawing = true;
  out.push_back({line[0]});
  for (std::size_t i = 1; i < line.size(); ++i) {
    Point a = line[i - 1];
    const Point b = line[i];
    float rest = std::hypot(b.x - a.x, b.y - a.y);
    while (rest > left) {
      a = {a.x + (b.x - a.x) * left / rest, a.y + (b.y - a.y) * left / rest};
      rest -= left;
      if (drawing)
        out.back().push_back(a);
      else
        out.push_back({a});
      drawing = !drawing;
      left = drawing ? on : off;
    }
    left -= rest;
    if (drawing) out.back().push_back(b);
  }
  return out;
}

std::optional<Point> place_name(Point of, float width, float height, const Rect& clip,
                                const std::vector<Rect>& taken, const std::vector<InkLine>& lines) {
  const auto crossed = [&](const Rect& r) {
    int points = 0;
    for (const InkLine& line : lines)
      for (std::size_t i = 0; i < line.points.size(); ++i) {
        const Point a = line.points[i], b = line.points[std::min(i + 1, line.points.size() - 1)];
        for (const float t : {0.0F, 0.25F, 0.5F, 0.75F})
          points += r.contains({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}) ? 1 : 0;
      }
    return points;
  };
  std::optional<Point> best;
  int least = 0;
  // Nearer places first, above before beside before below.
  for (const float far : {1.0F, 2.0F, 3.4F})
    for (const Point way : {Point{0, -1}, Point{0.75F, -0.8F}, Point{-0.75F, -0.8F}, Point{0.75F, 0},
                            Point{-0.75F, 0}, Point{0, 1}, Point{0.75F, 0.8F}, Point{-0.75F, 0.8F}}) {
      const Point at{of.x + way.x * (width * 0.85F + height * (far - 1.0F)), of.y + way.y * height * far};
      const Rect r{at.x - width / 2, at.y - height / 2, width, height};
      if (r.x < clip.x || r.right() > clip.right() || r.y < clip.y || r.bottom() > clip.bottom()) continue;
      const bool covers = std::any_of(taken.begin(), taken.end(), [&](const Rect& o) {
        return r.x < o.right() && o.x < r.right() && r.y < o.bottom() && o.y < r.bottom();
      });
      if (covers) continue;
      const int points = crossed(r);
      if (best && points >= least) continue;
      best = at;
      least = points;
      if (points == 0) return best;
    }
  return best;
}

}  // namespace trainer::ui
