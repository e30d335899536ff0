#include "engine/scoring/holes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "engine/geometry/distance_transform.h"
#include "engine/scoring/pixels.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

std::vector<Vec2> places(const Field& field) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  return points;
}

// Which pixels of a raster have a dot within r of their middle.
std::vector<std::uint8_t> covered(const Pixels& pixels, const std::vector<Vec2>& dots, double r) {
  std::vector<std::uint8_t> out(pixels.size(), 0);
  for (const Vec2 dot : dots)
    for_disc(pixels, dot, r, [&](int y, int x0, int x1) {
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(pixels.index(x0, y)),
                out.begin() + static_cast<std::ptrdiff_t>(pixels.index(x1, y)) + 1, std::uint8_t{1});
    });
  return out;
}

// Distances of pixels to the nearest dot, right to a pixel's diagonal.
class RoughDistances {
 public:
  RoughDistances(const Pixels& pixels, const std::vector<Vec2>& dots) : pitch_(pixels.pitch) {
    std::vector<std::uint8_t> marked(pixels.size(), 0);
    for (const Vec2 dot : dots) {
      const auto [x, y] = pixels.holding(dot);
      marked[pixels.index(x, y)] = 1;
    }
    squares_ = geometry::squared_distances(marked, pixels.columns, pixels.rows);
  }
  [[nodiscard]] const std::vector<std::int32_t>& squares() const { return squares_; }
  // mm
  [[nodiscard]] double operator[](std::size_t pixel) const {
    return pitch_ * std::sqrt(static_cast<double>(squares_[pixel]));
  }

 private:
  double pitch_;
  std::vector<std::int32_t> squares_;  // in pixels
};

}  // namespace

HoleSearch::HoleSearch(const Field& asked, HoleRule rule)
    : asked_(&asked),
      share_(rule.share),
      d_ref_(reference_distance(asked.target).value),
      pixels_(asked.region, d_ref_ / 5),
      judged_(pixels_.size(), 0) {
  const int inset = fitting_inset(asked.region, pixels_, rule.inset);
  inset_mm_ = std::max(0.0, (inset - 0.5) * pixels_.pitch);
  const bool everywhere = asked.target.constant();
  InnerRuns rows(asked.region, pixels_, inset);
  for (int y = 0; y < pixels_.rows; ++y)
    for (const PixelRun run : rows.next())
      for (int x = run.x0; x <= run.x1; ++x)
        judged_[pixels_.index(x, y)] = everywhere || is_asked(pixels_.middle(x, y)) ? 1 : 0;
}

bool HoleSearch::is_asked(Vec2 p) const {
  return asked_->target.at(p) >= share_ * asked_->target.plateau_per_mm2;
}

bool HoleSearch::is_judged(Vec2 p) const {
  return asked_->region.contains(p) &&
         (inset_mm_ <= 0.0 || asked_->region.border_distance(p).value >= inset_mm_) && is_asked(p);
}

bool HoleSearch::is_top(const std::vector<std::int32_t>& squares, int x, int y) const {
  const std::size_t here = pixels_.index(x, y);
  if (judged_[here] == 0) return false;
  for (int j = std::max(0, y - 1); j <= std::min(pixels_.rows - 1, y + 1); ++j)
    for (int i = std::max(0, x - 1); i <= std::min(pixels_.columns - 1, x + 1); ++i) {
      const std::size_t there = pixels_.index(i, j);
      if (judged_[there] != 0 &&
          (squares[there] > squares[here] || (squares[there] == squares[here] && there < here)))
        return false;
    }
  return true;
}

HoleSearch::Climb HoleSearch::climb(std::size_t start, const std::function<double(Vec2)>& nearest) const {
  const auto columns = static_cast<std::size_t>(pixels_.columns);
  const Vec2 from = pixels_.middle(static_cast<int>(start % columns), static_cast<int>(start / columns));
  Climb result{{from, core::Mm{nearest(from)}}, {}};
  result.reach = result.top.radius;
  for (double step = d_ref_ / 10; step > 2e-5;) {
    Hole best = result.top;
    for (int dy = -2; dy <= 2; ++dy)
      for (int dx = -2; dx <= 2; ++dx) {
        Vec2 p = result.top.centre + Vec2{dx * step, dy * step};
        if (asked_->region.is_rectangle())
          p = glm::clamp(p, asked_->region.box().low, asked_->region.box().high);
        if (!is_judged(p)) continue;
        const core::Mm r{nearest(p)};
        result.reach = std::max(result.reach, core::Mm{glm::length(p - from)} + r);
        if (r > best.radius) best = {p, r};
      }
    if (!(best.radius > result.top.radius)) step *= 0.5;
    result.top = best;
  }
  return result;
}

Hole largest_hole(const Field& field, HoleRule rule) {
  if (field.dots.empty()) return {};
  const auto dots = places(field);
  const HoleSearch search(field, rule);
  const RoughDistances rough(search.pixels(), dots);
  std::vector<HoleSearch::Top> tops;
  for_pixels(field.region, search.pixels(), [&](int x, int y) {
    if (search.is_top(rough.squares(), x, y))
      tops.push_back({rough.squares()[search.pixels().index(x, y)], search.pixels().index(x, y)});
  });
  std::sort(tops.begin(), tops.end());
  const geometry::Grid grid(dots, reference_distance(field.target).value);
  std::size_t next = 0;
  return search.widest(
      [&] { return next < tops.size() ? std::optional(tops[next++]) : std::nullopt; },
      [&](std::size_t start) { return search.climb(start, [&](Vec2 p) { return grid.nearest(p); }).top; });
}

Hole HoleSearch::widest(const std::function<std::optional<Top>()>& next,
                        const std::function<Hole(std::size_t)>& climbed) const {
  constexpr std::size_t kMostClimbs = 64;
  const double apart = 0.45 * d_ref_;  // tops nearer than this lead to the same place
  const auto columns = static_cast<std::size_t>(pixels_.columns);
  Hole best;
  double widest = -1.0;
  std::vector<Vec2> starts;
  for (auto top = next(); top && starts.size() < kMostClimbs; top = next()) {
    const double d = pixels_.pitch * std::sqrt(static_cast<double>(top->square));
    if (widest < 0.0) widest = d;
    // The largest circle's middle lies within half a pixel's diagonal of a pixel that is nearly as far, and
    // distances are a diagonal off.
    if (d < widest - apart) break;
    const Vec2 at =
        pixels_.middle(static_cast<int>(top->pixel % columns), static_cast<int>(top->pixel / columns));
    if (std::any_of(starts.begin(), starts.end(), [&](Vec2 c) { return glm::length(c - at) < apart; }))
      continue;
    starts.push_back(at);
    if (const Hole hole = climbed(top->pixel); hole.radius > best.radius) best = hole;
  }
  return best;
}

OpenPixels open_pixels(const Field& field, OpenRule rule) {
  const double d_ref = reference_distance(field.target).value;
  const auto dots = places(field);
  const Pixels pixels(field.region, d_ref / 10);
  InnerRuns rows(field.region, pixels, fitting_inset(field.region, pixels, rule.inset));
  const geometry::Grid grid(dots, d_ref);
  const auto is_covered =
      field.target.constant() ? covered(pixels, dots, rule.reach * d_ref) : std::vector<std::uint8_t>{};
  OpenPixels count;
  for (int y = 0; y < pixels.rows; ++y)
    for (const PixelRun run : rows.next())
      for (int x = run.x0; x <= run.x1; ++x) {
        if (field.target.constant()) {
          ++count.judged;
          count.open += is_covered[pixels.index(x, y)] == 0 ? 1U : 0U;
          continue;
        }
        const Vec2 p = pixels.middle(x, y);
        const double target = field.target.at(p);
        if (!(target > 0.0) || target < rule.share * field.target.plateau_per_mm2) continue;
        ++count.judged;
        count.open += grid.any_within(p, rule.reach / std::sqrt(target)) ? 0U : 1U;
      }
  return count;
}

namespace {

// A place that a dot could be put. Its emptiness only ever falls, so one that is still what the heap says
// when it comes up is the best.
struct Place {
  // distance to the nearest dot in units of the local target distance; at first an upper bound
  double emptiness = 0.0;
  double scale = 1.0;  // its unit, 1 / mm
  Vec2 at{0.0};
  // Equals in a fixed order: heaps of different libraries must not differ.
  bool operator<(const Place& o) const {
    if (emptiness != o.emptiness) return emptiness < o.emptiness;
    return at.y != o.at.y ? at.y > o.at.y : at.x > o.at.x;
  }
};

// A thousand dots in one place are as near as one.
std::vector<Vec2> distinct(std::vector<Vec2> points) {
  std::sort(points.begin(), points.end(), [](Vec2 a, Vec2 b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

class HoleFiller {
 public:
  explicit HoleFiller(const Field& field)
      : field_(field),
        d_ref_(reference_distance(field.target).value),
        dots_(distinct(places(field))),
        pixels_(field.region, d_ref_ / 4),
        rough_(pixels_, dots_),
        grid_(dots_, d_ref_) {}

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
      } else if (field_.region.border_distance(place.at).value > 0.2 * d_ref_) {
        added_.push_back(place.at);
      }
    }
  }
  [[nodiscard]] const std::vector<Vec2>& added() const { return added_; }

 private:
  [[nodiscard]] std::vector<Place> candidates(double least) const {
    std::vector<Place> list;
    const bool constant = field_.target.constant();
    // a dot lies within half a diagonal of the middle of its pixel
    const double slack = 0.75 * pixels_.pitch;
    for_pixels(field_.region, pixels_, [&](int x, int y) {
      const double bound = rough_[pixels_.index(x, y)] + slack;
      const double target = constant ? field_.target.plateau_per_mm2 : field_.target.at(pixels_.middle(x, y)),
                   scale = std::sqrt(target);
      if (!(target > 0.0) || bound * scale < least) return;
      Place place{bound * scale, scale, pixels_.middle(x, y)};
      place.emptiness = emptiness(place);
      if (place.emptiness >= least) list.push_back(place);
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

std::vector<Vec2> fill_holes(const Field& field, std::size_t count, double least) {
  if (count == 0) return {};
  HoleFiller filler(field);
  filler.fill(std::max(1.0, least), count);  // real holes first: few places to look at
  if (filler.added().size() < count) filler.fill(least, count);
  return filler.added();
}

std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count) {
  std::vector<std::uint32_t> all;
  for (std::size_t i = 0; i < field.own(); ++i) all.push_back(field.dots[i].number);
  return spread_out(field, count, all);
}

std::vector<std::uint32_t> spread_out(const Field& field, std::size_t count,
                                      const std::vector<std::uint32_t>& among) {
  const auto points = places(field);
  const double d_ref = reference_distance(field.target).value;
  const geometry::Grid grid(points, d_ref);
  std::vector<bool> gone(points.size(), false);
  const auto scale = [&](std::size_t i) {
    return std::sqrt(std::max(field.target.at(points[i]), 1e-3 * field.target.plateau_per_mm2));
  };
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
  for (std::size_t i = 0; i < points.size(); ++i)
    if (std::binary_search(among.begin(), among.end(), field.dots[i].number)) queue.emplace(room(i), i);
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
