#include "trainer/assessment/contours.h"

#include <algorithm>
#include <optional>

namespace trainer::assessment {

using engine::geometry::Vec2;

namespace {

constexpr double kCells = 48.0;

// Where a side of a triangle is crossed.
std::optional<Vec2> crossing(Vec2 a, double over_a, Vec2 b, double over_b) {
  if ((over_a > 0.0) == (over_b > 0.0)) return std::nullopt;
  return a + (b - a) * (over_a / (over_a - over_b));
}

struct Corner {
  Vec2 at;
  double over;  // above the level
};

// A triangle is crossed on two sides or on none: no case is ambiguous.
void add_triangle(const Corner& a, const Corner& b, const Corner& c, std::vector<Stretch>& out) {
  std::vector<Vec2> ends;
  for (const auto& [p, q] : {std::pair{a, b}, {b, c}, {c, a}})
    if (const auto at = crossing(p.at, p.over, q.at, q.over)) ends.push_back(*at);
  if (ends.size() == 2) out.push_back({ends[0], ends[1]});
}

}  // namespace

std::vector<Stretch> contour(const engine::geometry::Region& region,
                             const engine::scoring::TargetDensity& density, double share) {
  const auto& box = region.box();
  const double pitch = std::max(box.high.x - box.low.x, box.high.y - box.low.y) / kCells,
               level = share * density.plateau_per_mm2;
  const auto corner = [&](double x, double y) { return Corner{{x, y}, density.at({x, y}) - level}; };
  std::vector<Stretch> out;
  for (double y = box.low.y; y < box.high.y; y += pitch)
    for (double x = box.low.x; x < box.high.x; x += pitch) {
      if (!region.contains({x + 0.5 * pitch, y + 0.5 * pitch})) continue;
      const Corner a = corner(x, y), b = corner(x + pitch, y), c = corner(x + pitch, y + pitch),
                   d = corner(x, y + pitch);
      add_triangle(a, b, c, out);
      add_triangle(a, c, d, out);
    }
  return out;
}

}  // namespace trainer::assessment
