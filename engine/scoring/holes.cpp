#include "engine/scoring/holes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

std::vector<Vec2> places(const Field& field) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  return points;
}

// Calls visit(p) for pixel centres of the region, row by row.
template <class Visit>
void for_pixels(const Region& region, double pitch, Visit visit) {
  const auto& box = region.box();
  const auto columns = static_cast<long>(std::ceil((box.high.x - box.low.x) / pitch - 1e-9));
  const auto rows = static_cast<long>(std::ceil((box.high.y - box.low.y) / pitch - 1e-9));
  for (long y = 0; y < rows; ++y)
    for (long x = 0; x < columns; ++x) {
      const Vec2 p = box.low + Vec2{(static_cast<double>(x) + 0.5) * pitch, (static_cast<double>(y) + 0.5) * pitch};
      if (region.contains(p)) visit(p);
    }
}

bool judged(const Field& field, Vec2 p, double share) { return field.target.at(p) >= share * field.target.plateau_per_mm2; }

// Climbs to the local maximum of the distance to the nearest dot, staying in the region.
Hole climb(const Field& field, const geometry::Grid& grid, Hole hole, double step, double share) {
  while (step > 2e-5) {
    Hole best = hole;
    for (int dy = -2; dy <= 2; ++dy)
      for (int dx = -2; dx <= 2; ++dx) {
        Vec2 p = hole.centre + Vec2{dx * step, dy * step};
        if (field.region.is_rectangle()) p = glm::clamp(p, field.region.box().low, field.region.box().high);
        if (!field.region.contains(p) || !judged(field, p, share)) continue;
        const double r = grid.nearest(p);
        if (r > best.radius) best = {p, r};
      }
    if (!(best.radius > hole.radius)) step *= 0.5;
    hole = best;
  }
  return hole;
}

}  // namespace

Hole largest_hole(const Field& field, double share) {
  if (field.dots.empty()) return {};
  const double d_ref = reference_distance(field.target);
  const geometry::Grid grid(places(field), d_ref);
  std::vector<Hole> holes;
  for_pixels(field.region, d_ref / 5, [&](Vec2 p) {
    if (judged(field, p, share)) holes.push_back({p, grid.nearest(p)});
  });
  // A maximum lies within half a pixel's diagonal of a pixel that is nearly as far from every dot.
  const auto worst = std::max_element(holes.begin(), holes.end(), [](const Hole& a, const Hole& b) { return a.radius < b.radius; });
  if (worst == holes.end()) return {};
  const double near_best = worst->radius - 0.3 * d_ref;
  std::stable_sort(holes.begin(), holes.end(), [](const Hole& a, const Hole& b) { return a.radius > b.radius; });
  Hole best;
  std::vector<Vec2> climbed;
  for (const Hole& hole : holes) {
    if (hole.radius < near_best || climbed.size() >= 64) break;
    const bool known = std::any_of(climbed.begin(), climbed.end(), [&](Vec2 c) { return glm::length(c - hole.centre) < 0.45 * d_ref; });
    if (known) continue;
    climbed.push_back(hole.centre);
    const Hole top = climb(field, grid, hole, d_ref / 10, share);
    if (top.radius > best.radius) best = top;
  }
  return best;
}

double uncovered_fraction(const Field& field, double share) {
  const double d_ref = reference_distance(field.target);
  const geometry::Grid grid(places(field), d_ref);
  std::size_t all = 0, open = 0;
  for_pixels(field.region, d_ref / 10, [&](Vec2 p) {
    if (!judged(field, p, share)) return;
    ++all;
    const double reach = 1.0 / std::sqrt(field.target.at(p));
    bool covered = false;
    grid.within(p, reach, [&](std::size_t, double) { covered = true; });
    open += covered ? 0U : 1U;
  });
  return all > 0 ? static_cast<double>(open) / static_cast<double>(all) : 0.0;
}

std::vector<Vec2> fill_holes(const Field& field, std::size_t count) {
  const double d_ref = reference_distance(field.target);
  const geometry::Grid grid(places(field), d_ref);
  struct Candidate {
    Vec2 at;
    double emptiness;  // distance to the nearest dot in units of the local target distance
  };
  std::vector<Candidate> candidates;
  for_pixels(field.region, d_ref / 4, [&](Vec2 p) {
    const double target = field.target.at(p);
    if (target > 0.0 && field.region.border_distance(p) > 0.2 * d_ref) candidates.push_back({p, grid.nearest(p) * std::sqrt(target)});
  });
  std::vector<Vec2> added;
  while (added.size() < count) {
    const auto best = std::max_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.emptiness < b.emptiness; });
    if (best == candidates.end() || best->emptiness < 0.5) break;
    const Vec2 at = best->at;
    added.push_back(at);
    for (Candidate& c : candidates) c.emptiness = std::min(c.emptiness, glm::length(c.at - at) * std::sqrt(field.target.at(c.at)));
  }
  return added;
}

std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count) {
  const auto points = places(field);
  const double d_ref = reference_distance(field.target);
  const geometry::Grid grid(points, d_ref);
  std::vector<bool> gone(points.size(), false);
  // Distance to the nearest dot that is still there.
  const auto room = [&](std::size_t i) {
    for (double r = d_ref; r < 64 * d_ref; r *= 2) {
      double best = std::numeric_limits<double>::infinity();
      grid.within(points[i], r, [&](std::size_t j, double d2) {
        if (j != i && !gone[j]) best = std::min(best, d2);
      });
      if (best <= r * r) return std::sqrt(best);
    }
    return 64 * d_ref;
  };
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (std::size_t i = 0; i < points.size(); ++i) queue.emplace(room(i), i);
  std::vector<std::uint32_t> numbers;
  while (numbers.size() < count && !queue.empty()) {
    const auto [distance, i] = queue.top();
    queue.pop();
    if (gone[i]) continue;
    const double now = room(i);  // its neighbour may be gone: put it back with the truth
    if (now > distance) {
      queue.emplace(now, i);
      continue;
    }
    gone[i] = true;
    numbers.push_back(field.dots[i].number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace engine::scoring
