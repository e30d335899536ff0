#include "engine/scoring/naturalness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/units.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/copies.h"
#include "engine/scoring/periodogram.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastInDisc = 15;
constexpr double kNullLevel = 10.0;  // / N is what chance gives
constexpr double kWorstShare = 0.6;
constexpr int kAreaRaster = 48;      // across a disc
constexpr Ramp kCopied{0.40, 0.15};  // excess of dots with a twin at one displacement (copies.h)

// Part of the disc that lies in the region, mm^2.
double clipped_area(const Region& region, Vec2 centre, double radius) {
  if (region.contains(centre) && region.border_distance(centre).value >= radius)
    return core::kPi * radius * radius;
  const double pitch = 2.0 * radius / kAreaRaster;
  int inside = 0;
  for (int y = 0; y < kAreaRaster; ++y)
    for (int x = 0; x < kAreaRaster; ++x) {
      const Vec2 d{(x + 0.5) * pitch - radius, (y + 0.5) * pitch - radius};
      if (d.x * d.x + d.y * d.y <= radius * radius && region.contains(centre + d)) ++inside;
    }
  return inside * pitch * pitch;
}

// Centres at a pitch of one radius, spread evenly over the box.
std::vector<double> centres(double low, double high, double radius) {
  const int count = std::max(1, static_cast<int>(std::floor((high - low) / radius + 0.5)));
  std::vector<double> list;
  for (int i = 0; i < count; ++i) list.push_back(low + (high - low) * (i + 0.5) / count);
  return list;
}

}  // namespace

core::Mm disc_radius(const Field& field) {
  return kDiscRadius * reference_distance(field.target);
}

std::vector<DiscPlace> disc_places(const Field& field) {
  const double radius = disc_radius(field).value;
  const auto& box = field.region.box();
  std::vector<DiscPlace> places;
  for (const double y : centres(box.low.y, box.high.y, radius))
    for (const double x : centres(box.low.x, box.high.x, radius))
      if (const double area = clipped_area(field.region, {x, y}, radius); area > 0.0)
        places.push_back({{x, y}, area});
  return places;
}

namespace {

// Dots in one place are one dot to the eye, and no row. The order stays.
std::vector<Vec2> one_a_place(std::span<const Vec2> dots) {
  std::vector<std::size_t> order(dots.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return dots[a].y != dots[b].y   ? dots[a].y < dots[b].y
           : dots[a].x != dots[b].x ? dots[a].x < dots[b].x
                                    : a < b;
  });
  std::vector<bool> again(dots.size(), false);
  for (std::size_t k = 1; k < order.size(); ++k) again[order[k]] = dots[order[k]] == dots[order[k - 1]];
  std::vector<Vec2> seen;
  seen.reserve(dots.size());
  for (std::size_t i = 0; i < dots.size(); ++i)
    if (!again[i]) seen.push_back(dots[i]);
  return seen;
}

}  // namespace

DiscMeasure measure_disc(const DiscPlace& place, core::Mm radius, std::span<const Vec2> dots,
                         const Ramps& ramps) {
  DiscMeasure disc{.centre = place.centre, .dots = dots.size()};
  const std::vector<Vec2> seen = one_a_place(dots);
  if (seen.size() < kLeastInDisc) return disc;
  const double count = static_cast<double>(seen.size());
  const Peak peak = strongest_period(seen, place.centre, radius, count / place.area);
  disc.coherence = peak.coherence;
  disc.across = peak.across;
  disc.points = ramp(disc.coherence - kNullLevel / count, ramps.naturalness);
  return disc;
}

namespace {

// Indices in dot order: sums over them must not depend on the cells of a grid.
std::vector<std::size_t> in_disc(const geometry::Grid& grid, Vec2 centre, double radius) {
  std::vector<std::size_t> indices;
  grid.within(centre, radius, [&](std::size_t i, double) { indices.push_back(i); });
  std::sort(indices.begin(), indices.end());
  return indices;
}

geometry::Grid grid_of(const Field& field) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  return {points, 2.0 * reference_distance(field.target).value};
}

}  // namespace

RepeatMeasure measure_repeats(const Field& field, const Ramps& ramps) {
  RepeatMeasure m;
  if (field.dots.size() < naturalness_needs(field)) return m;
  const double radius = disc_radius(field).value;
  const geometry::Grid grid = grid_of(field);
  std::vector<Vec2> dots;
  for (const DiscPlace& place : disc_places(field)) {
    dots.clear();
    for (const std::size_t i : in_disc(grid, place.centre, radius)) dots.push_back(field.dots[i].at);
    m.discs.push_back(measure_disc(place, core::Mm{radius}, dots, ramps));
  }
  m.copy = strongest_copy(field);
  return m;
}

std::size_t naturalness_needs(const Field& field) {
  return field.needed(least_dots(CriterionId::Naturalness));
}

namespace {

struct Verdict {
  double by_discs = 100.0, by_copy = 100.0, mean = 100.0, coherence = 0.0;
  const DiscMeasure* worst = nullptr;
};

// From the mean of all discs and, for the greater part, that of the worst quarter, each weighed by its dots:
// with equal parts a third of a field in rows would be named for its doublets before its rows, and unweighed
// the few dots of discs cut off by the border, where chance makes a row of anything, would stand for the
// field.
Verdict verdict(const RepeatMeasure& m) {
  std::vector<const DiscMeasure*> discs;
  double all_dots = 0.0;
  for (const DiscMeasure& disc : m.discs)
    if (disc.dots >= kLeastInDisc) {
      discs.push_back(&disc);
      all_dots += static_cast<double>(disc.dots);
    }
  Verdict v;
  if (discs.empty()) return v;
  std::stable_sort(discs.begin(), discs.end(),
                   [](const auto* a, const auto* b) { return a->points < b->points; });
  const double quarter = 0.25 * all_dots;
  double all = 0.0, worst = 0.0, worst_dots = 0.0, coherence = 0.0;
  for (const DiscMeasure* disc : discs) {
    const double dots = static_cast<double>(disc->dots),
                 in_quarter = std::min(dots, std::max(0.0, quarter - worst_dots));
    all += dots * disc->points;
    coherence += dots * disc->coherence;
    worst += in_quarter * disc->points;
    worst_dots += in_quarter;
  }
  v.worst = discs.front();
  v.mean = all / all_dots;
  v.coherence = coherence / all_dots;
  v.by_discs = (1.0 - kWorstShare) * v.mean + kWorstShare * worst / worst_dots;
  v.by_copy = ramp(m.copy.excess(), kCopied);
  return v;
}

Vec2 place_of(const Field& field, std::uint32_t number) {
  return std::find_if(field.dots.begin(), field.dots.end(),
                      [&](const FieldDot& d) { return d.number == number; })
      ->at;
}

Cause copied(const Field& field, const Copy& copy) {
  auto dots = of_this_session(field, copied_dots(field, copy.shift, field.dots.size()));
  const std::size_t count = dots.size();
  dots.resize(std::min(dots.size(), kMostNamed));
  const Vec2 at = dots.empty() ? field.dots.front().at : place_of(field, dots.front());
  return {.id = CauseId::Grid,
          .size = copy.share,
          .at = at,
          .radius = core::Mm{glm::length(copy.shift)},
          .dots = std::move(dots),
          .count = count,
          .fix = {}};
}

Cause repeated(const Field& field, const Verdict& v) {
  const double radius = disc_radius(field).value;
  std::vector<std::uint32_t> dots;
  for (const std::size_t i : in_disc(grid_of(field), v.worst->centre, radius))
    dots.push_back(field.dots[i].number);
  dots = of_this_session(field, std::move(dots));
  const std::size_t count = dots.size();
  dots.resize(std::min(dots.size(), kMostNamed));
  constexpr double kLattice = 0.4;  // of the strongest peak, in another direction
  const bool everywhere = v.mean < 25.0 && v.worst->coherence > 0.5,
             lattice = v.worst->across > kLattice * v.worst->coherence;
  return {.id = everywhere && lattice ? CauseId::Grid : CauseId::Rows,
          .size = v.worst->coherence,
          .at = v.worst->centre,
          .radius = core::Mm{radius},
          .dots = std::move(dots),
          .count = count,
          .fix = {}};
}

}  // namespace

CriterionResult score_naturalness(std::size_t dots, std::size_t needed, const RepeatMeasure& m) {
  CriterionResult result{.id = CriterionId::Naturalness, .score = {}, .metrics = {}, .causes = {}};
  if (dots < needed) return result;
  const Verdict v = verdict(m);
  if (v.worst == nullptr) return result;
  result.score = hundredths(std::min(v.by_discs, v.by_copy));
  result.metrics = {
      {"coherence_mean", v.coherence}, {"coherence_worst", v.worst->coherence}, {"copied", m.copy.share}};
  return result;
}

CriterionResult naturalness(const Field& field, const RepeatMeasure& m) {
  CriterionResult result = score_naturalness(field.dots.size(), naturalness_needs(field), m);
  if (!result.score || *result.score == 10000) return result;
  const Verdict v = verdict(m);
  result.causes = {v.by_copy < v.by_discs ? copied(field, m.copy) : repeated(field, v)};
  return result;
}

}  // namespace engine::scoring
