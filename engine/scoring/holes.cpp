#include "engine/scoring/holes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "engine/geometry/distance_transform.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

std::vector<Vec2> places(const Field& field) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  return points;
}

// Square pixels over the box of a region, their middles at low + pitch x (column + 0.5, row + 0.5).
struct Pixels {
  Vec2 low;
  double pitch;
  int columns, rows;

  Pixels(const Region& region, double p)
      : low(region.box().low), pitch(p), columns(count(region.box().high.x - low.x)), rows(count(region.box().high.y - low.y)) {}
  [[nodiscard]] Vec2 middle(int x, int y) const { return low + Vec2{(x + 0.5) * pitch, (y + 0.5) * pitch}; }
  [[nodiscard]] std::size_t index(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x); }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  // First column whose middle is at or right of x.
  [[nodiscard]] int first_from(double x) const { return static_cast<int>(std::clamp(std::ceil((x - low.x) / pitch - 0.5), 0.0, static_cast<double>(columns))); }

 private:
  [[nodiscard]] int count(double length) const { return std::max(1, static_cast<int>(std::ceil(length / pitch - 1e-9))); }
};

// Calls visit(x, y) for the pixels whose middle lies in the region, row by row.
template <class Visit>
void for_pixels(const Region& region, const Pixels& pixels, Visit visit) {
  std::vector<std::pair<double, double>> spans;
  for (int y = 0; y < pixels.rows; ++y) {
    region.row_spans(pixels.middle(0, y).y, spans);
    for (const auto& [from, to] : spans)
      for (int x = pixels.first_from(from), end = pixels.first_from(to); x < end; ++x) visit(x, y);
  }
}

// Which pixels of a raster have a dot within r of their middle.
std::vector<std::uint8_t> covered(const Pixels& pixels, const std::vector<Vec2>& dots, double r) {
  std::vector<std::uint8_t> out(pixels.size(), 0);
  for (const Vec2 dot : dots) {
    const int from = std::max(0, static_cast<int>(std::ceil((dot.y - r - pixels.low.y) / pixels.pitch - 0.5)));
    const int to = std::min(pixels.rows - 1, static_cast<int>(std::floor((dot.y + r - pixels.low.y) / pixels.pitch - 0.5)));
    for (int y = from; y <= to; ++y) {
      const double dy = pixels.middle(0, y).y - dot.y, half = std::sqrt(std::max(0.0, r * r - dy * dy));
      const int x0 = pixels.first_from(dot.x - half);
      const int x1 = std::min(pixels.columns - 1, static_cast<int>(std::floor((dot.x + half - pixels.low.x) / pixels.pitch - 0.5)));
      if (x0 <= x1) std::fill(out.begin() + static_cast<std::ptrdiff_t>(pixels.index(x0, y)), out.begin() + static_cast<std::ptrdiff_t>(pixels.index(x1, y)) + 1, std::uint8_t{1});
    }
  }
  return out;
}

// Distances of pixels to the nearest dot, right to a pixel's diagonal.
class RoughDistances {
 public:
  RoughDistances(const Pixels& pixels, const std::vector<Vec2>& dots) : pitch_(pixels.pitch) {
    std::vector<std::uint8_t> marked(pixels.size(), 0);
    for (const Vec2 dot : dots) {
      const Vec2 p = (dot - pixels.low) / pixels.pitch;
      const int x = static_cast<int>(std::clamp(std::floor(p.x), 0.0, pixels.columns - 1.0)), y = static_cast<int>(std::clamp(std::floor(p.y), 0.0, pixels.rows - 1.0));
      marked[pixels.index(x, y)] = 1;
    }
    squares_ = geometry::squared_distances(marked, pixels.columns, pixels.rows);
  }
  [[nodiscard]] double operator[](std::size_t pixel) const { return pitch_ * std::sqrt(static_cast<double>(squares_[pixel])); }  // mm

 private:
  double pitch_;
  std::vector<std::int32_t> squares_;  // in pixels
};

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
  const auto dots = places(field);
  const Pixels pixels(field.region, d_ref / 5);
  const RoughDistances rough(pixels, dots);
  double widest = -1.0;
  const bool everywhere = field.target.constant();
  for_pixels(field.region, pixels, [&](int x, int y) {
    const double d = rough[pixels.index(x, y)];
    if (d > widest && (everywhere || judged(field, pixels.middle(x, y), share))) widest = d;
  });
  if (widest < 0.0) return {};
  // A top lies within half a pixel's diagonal of a pixel that is nearly as far, and distances are a diagonal off.
  const double slack = 0.45 * d_ref;
  std::vector<Hole> starts;
  for_pixels(field.region, pixels, [&](int x, int y) {
    const double d = rough[pixels.index(x, y)];
    if (d >= widest - slack && (everywhere || judged(field, pixels.middle(x, y), share))) starts.push_back({pixels.middle(x, y), d});
  });
  std::stable_sort(starts.begin(), starts.end(), [](const Hole& a, const Hole& b) { return a.radius > b.radius; });
  constexpr std::size_t kMostClimbs = 64;
  const geometry::Grid grid(dots, d_ref);
  Hole best;
  std::vector<Vec2> climbed;
  for (const Hole& start : starts) {
    if (climbed.size() >= kMostClimbs) break;
    const bool known = std::any_of(climbed.begin(), climbed.end(), [&](Vec2 c) { return glm::length(c - start.centre) < 0.45 * d_ref; });
    if (known) continue;
    climbed.push_back(start.centre);
    const Hole top = climb(field, grid, {start.centre, grid.nearest(start.centre)}, d_ref / 10, share);
    if (top.radius > best.radius) best = top;
  }
  return best;
}

OpenPixels open_pixels(const Field& field, double share) {
  const double d_ref = reference_distance(field.target);
  const auto dots = places(field);
  const Pixels pixels(field.region, d_ref / 10);
  OpenPixels count;
  if (field.target.constant()) {
    const auto is_covered = covered(pixels, dots, d_ref);
    for_pixels(field.region, pixels, [&](int x, int y) {
      ++count.judged;
      count.open += is_covered[pixels.index(x, y)] == 0 ? 1U : 0U;
    });
    return count;
  }
  const geometry::Grid grid(dots, d_ref);
  for_pixels(field.region, pixels, [&](int x, int y) {
    const Vec2 p = pixels.middle(x, y);
    const double target = field.target.at(p);
    if (target < share * field.target.plateau_per_mm2) return;
    ++count.judged;
    count.open += grid.any_within(p, 1.0 / std::sqrt(target)) ? 0U : 1U;
  });
  return count;
}

double uncovered_fraction(const Field& field, double share) {
  const auto [judged, open] = open_pixels(field, share);
  return judged > 0 ? static_cast<double>(open) / static_cast<double>(judged) : 0.0;
}

namespace {

// A place that a dot could be put. Its emptiness only ever falls, so one that is still what the heap says when it
// comes up is the best.
struct Place {
  double emptiness = 0.0;  // distance to the nearest dot in units of the local target distance; at first an upper bound
  double scale = 1.0;      // its unit, 1 / mm
  Vec2 at{0.0};
  // Equals in a fixed order: heaps of different libraries must not differ.
  bool operator<(const Place& o) const {
    if (emptiness != o.emptiness) return emptiness < o.emptiness;
    return at.y != o.at.y ? at.y > o.at.y : at.x > o.at.x;
  }
};

class HoleFiller {
 public:
  explicit HoleFiller(const Field& field)
      : field_(field), d_ref_(reference_distance(field.target)), dots_(places(field)), pixels_(field.region, d_ref_ / 4), rough_(pixels_, dots_), grid_(dots_, d_ref_) {}

  // Fills holes of at least this emptiness until there are `count`.
  void fill(double least, std::size_t count) {
    std::vector<Place> heap = candidates(least);
    std::make_heap(heap.begin(), heap.end());
    while (added_.size() < count && !heap.empty()) {
      std::pop_heap(heap.begin(), heap.end());
      Place place = heap.back();
      heap.pop_back();
      const double now = emptiness(place);
      if (now < least) continue;
      if (now < place.emptiness) {
        place.emptiness = now;
        heap.push_back(place);
        std::push_heap(heap.begin(), heap.end());
      } else if (field_.region.border_distance(place.at) > 0.2 * d_ref_) {
        added_.push_back(place.at);
      }
    }
  }
  [[nodiscard]] const std::vector<Vec2>& added() const { return added_; }

 private:
  [[nodiscard]] std::vector<Place> candidates(double least) const {
    std::vector<Place> list;
    const bool constant = field_.target.constant();
    const double slack = 1.5 * pixels_.pitch;  // rough distances are right to a pixel's diagonal
    for_pixels(field_.region, pixels_, [&](int x, int y) {
      const double bound = rough_[pixels_.index(x, y)] + slack;
      const double target = constant ? field_.target.plateau_per_mm2 : field_.target.at(pixels_.middle(x, y)), scale = std::sqrt(target);
      if (target > 0.0 && bound * scale >= least) list.push_back({bound * scale, scale, pixels_.middle(x, y)});
    });
    return list;
  }
  [[nodiscard]] double emptiness(const Place& place) const {
    const double bound = place.emptiness / place.scale;
    constexpr double kRoughFrom = 6.0;  // d_ref; so far off a pixel's diagonal does not matter
    double distance = bound < kRoughFrom * d_ref_ ? std::min(bound, grid_.nearest(place.at)) : bound;
    for (const Vec2 a : added_) distance = std::min(distance, glm::length(place.at - a));
    return std::min(place.emptiness, distance * place.scale);
  }

  const Field& field_;
  double d_ref_;
  std::vector<Vec2> dots_;
  Pixels pixels_;
  RoughDistances rough_;
  geometry::Grid grid_;
  std::vector<Vec2> added_;
};

}  // namespace

std::vector<Vec2> fill_holes(const Field& field, std::size_t count) {
  HoleFiller filler(field);
  filler.fill(1.0, count);  // real holes first: few places to look at
  if (filler.added().size() < count) filler.fill(0.5, count);
  return filler.added();
}

std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count) {
  const auto points = places(field);
  const double d_ref = reference_distance(field.target);
  const geometry::Grid grid(points, d_ref);
  std::vector<bool> gone(points.size(), false);
  const auto scale = [&](std::size_t i) { return std::sqrt(std::max(field.target.at(points[i]), 1e-3 * field.target.plateau_per_mm2)); };
  // Distance to the nearest dot that is still there, in units of the local target distance.
  const auto room = [&](std::size_t i) {
    for (double r = d_ref; r < 64 * d_ref; r *= 2) {
      double best = std::numeric_limits<double>::infinity();
      grid.within(points[i], r, [&](std::size_t j, double d2) {
        if (j != i && !gone[j]) best = std::min(best, d2);
      });
      if (best <= r * r) return std::sqrt(best) * scale(i);
    }
    return 64 * d_ref * scale(i);
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
