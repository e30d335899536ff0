#include "engine/scoring/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "engine/core/units.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/clumps.h"
#include "engine/scoring/density.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/periodogram.h"
#include "engine/scoring/ripley.h"
#include "engine/scoring/total.h"
#include "engine/scoring/trend.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastInDisc = 40;
constexpr std::size_t kExactDrift = 5000;

Field field_of(std::span<const Vec2> points, const Region& window, double density) {
  Field field;
  field.region = window;
  field.target.plateau_per_mm2 = density;
  for (std::size_t i = 0; i < points.size(); ++i)
    field.dots.push_back({.number = static_cast<std::uint32_t>(i), .at = points[i]});
  return field;
}

void nearest_neighbours(PatternAnalysis& a, const LocalDensity& local, const Region& window) {
  if (a.n < 2) return;
  const auto& d = local.nearest();
  const auto [low, high] = std::minmax_element(d.begin(), d.end());
  a.nearest = NearestStatistics{mean(d), *low, *high, standard_deviation(d)};
  a.clark_evans = 2.0 * a.nearest->mean * std::sqrt(a.intensity);
  if (!window.is_rectangle()) return;
  const Vec2 size = window.box().high - window.box().low;
  const double n = static_cast<double>(a.n), perimeter = 2.0 * (size.x + size.y);
  a.clark_evans_donnelly =
      a.nearest->mean / (0.5 * std::sqrt(a.area / n) + (0.0514 + 0.0412 / std::sqrt(n)) * perimeter / n);
}

void local_metrics(PatternAnalysis& a, const Field& field, const LocalDensity& local) {
  if (a.n == 0 || local.cells().empty()) return;
  for (const auto& c : a.criteria)
    for (const auto& m : c.metrics)
      if (m.key == "mean_abs_log2_ratio") a.mean_abs_log2_ratio = m.value;
  a.relative_cv = relative_variation(measure_cells(field, local.cells()));
  if (a.n < 2) return;
  a.r_local = local_ratio(measure_spacing(field, local));
  a.doublet_fraction = doublet_fraction(inner_dots(field, local.d_ref()), local);
  a.largest_empty_radius = largest_hole(field, {}).radius;
  a.uncovered_fraction = open_pixels(field, kUncovered).fraction();
}

// Whether a whole disc lies in the region.
bool whole(const Region& window, Vec2 centre, double radius) {
  return window.contains(centre) && window.border_distance(centre).value >= radius - 1e-9;
}

void rows(PatternAnalysis& a, std::span<const Vec2> points, const Region& window, double d_ref) {
  if (points.empty()) return;
  const double radius = kDiscRadius * d_ref;
  const geometry::Grid grid(points, 2.0 * d_ref);
  std::vector<double> coherences;
  for (double y = window.box().low.y + radius; y <= window.box().high.y - radius + 1e-9; y += radius)
    for (double x = window.box().low.x + radius; x <= window.box().high.x - radius + 1e-9; x += radius) {
      if (!whole(window, {x, y}, radius)) continue;
      std::vector<std::size_t> indices;
      grid.within({x, y}, radius, [&](std::size_t i, double) { indices.push_back(i); });
      if (indices.size() < kLeastInDisc) continue;
      std::sort(indices.begin(), indices.end());
      std::vector<Vec2> dots;
      for (const auto i : indices) dots.push_back(points[i]);
      const double density = static_cast<double>(dots.size()) / (core::kPi * radius * radius);
      coherences.push_back(strongest_period(dots, {x, y}, core::Mm{radius}, density).coherence);
    }
  if (coherences.empty()) return;
  a.coherence_mean = mean(coherences);
  a.coherence_max = *std::max_element(coherences.begin(), coherences.end());
}

// At most so many pairs lie within r of each other: those of neighbouring cells of that size.
double pairs_at_most(std::span<const Vec2> points, double r) {
  if (!(r > 0.0) || points.empty()) return 0.0;
  Vec2 low = points.front();
  for (const Vec2 p : points) low = glm::min(low, p);
  using Cell = std::pair<std::int64_t, std::int64_t>;
  std::map<Cell, double> counts;
  for (const Vec2 p : points)
    counts[{static_cast<std::int64_t>((p.y - low.y) / r), static_cast<std::int64_t>((p.x - low.x) / r)}] +=
        1.0;
  double pairs = 0.0;
  for (const auto& [cell, count] : counts)
    for (std::int64_t dy = -1; dy <= 1; ++dy)
      for (std::int64_t dx = -1; dx <= 1; ++dx)
        if (const auto found = counts.find({cell.first + dy, cell.second + dx}); found != counts.end())
          pairs += 0.5 * count * found->second;
  return pairs;
}

}  // namespace

std::optional<int> total(const std::vector<CriterionResult>& criteria, const Rubric& rubric) {
  std::vector<Weighted> scores;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (!criteria[i].score) return std::nullopt;
    scores.push_back({*criteria[i].score, rubric.criteria[i].weight});
  }
  return total(scores);
}

core::Result<void> can_look_over(const Region& window, double density) {
  constexpr double kMostAsked = 1.1e6;
  const Vec2 size = window.box().high - window.box().low;
  if (const double asked = size.x * size.y * density; !(asked <= kMostAsked))
    return core::fail(
        {.message = fmt::format("the window is too large for this density: its bounding box of {:.6g} x "
                                "{:.6g} mm asks for {:.3g} dots, at most {:.3g} can be looked over",
                                size.x, size.y, asked, kMostAsked)});
  return {};
}

core::Result<void> can_analyse(std::span<const Vec2> points, double density, std::span<const double> radii) {
  constexpr double kMostPairs = 5e7, kPairsOfADot = 700.0;  // about as many as a dot of even work has
  if (points.size() > kMostPoints)
    return core::fail({.message = fmt::format("{} points; at most {} can be analysed at once", points.size(),
                                              kMostPoints)});
  double reach = kNearSigmas * kSigmaPerReference / std::sqrt(density);
  for (const double r : radii) reach = std::max(reach, r);
  const double most = std::max(kMostPairs, kPairsOfADot * static_cast<double>(points.size()));
  if (const double pairs = pairs_at_most(points, reach); pairs > most)
    return core::fail(
        {.message = fmt::format("the points are too crowded for this density or these radii: up to {:.0f} "
                                "million pairs would have to be looked at, more than {:.0f} million",
                                pairs / 1e6, most / 1e6)});
  return {};
}

PatternAnalysis analyse_points(std::span<const Vec2> points, const Region& window, double density,
                               std::span<const double> radii) {
  const Field field = field_of(points, window, density);
  const LocalDensity local(field);
  const Rubric rubric = pad_pattern_rubric();
  PatternAnalysis a;
  a.n = points.size();
  a.area = window.area();
  a.intensity = static_cast<double>(a.n) / a.area;
  a.r.assign(radii.begin(), radii.end());
  if (a.r.empty())
    for (const double k : {0.25, 0.5, 1.0, 2.0, 5.0}) a.r.push_back(k * local.d_ref().value);
  a.criteria = judge(field, rubric);
  a.total = total(a.criteria, rubric);
  nearest_neighbours(a, local, window);
  a.k_border = ripley_border(points, window, a.r);
  a.k_translation = ripley_translation(points, window, a.r);
  local_metrics(a, field, local);
  rows(a, points, window, local.d_ref().value);
  return a;
}

DepthAnalysis analyse_depth(std::span<const double> depths, core::Mm low, core::Mm high) {
  DepthAnalysis a;
  a.n = depths.size();
  if (depths.empty()) return a;
  std::size_t deep = 0, shallow = 0;
  for (const double d : depths) {
    deep += d > high.value ? 1U : 0U;
    shallow += d < low.value ? 1U : 0U;
  }
  const double n = static_cast<double>(a.n);
  a.too_deep = static_cast<double>(deep) / n;
  a.too_shallow = static_cast<double>(shallow) / n;
  a.in_band = static_cast<double>(a.n - deep - shallow) / n;
  a.mean = mean(depths);
  if (a.n > 1) a.sd = standard_deviation(depths);
  a.drift_per_dot = a.n <= kExactDrift ? theil_sen(depths) : drift_per_dot(depths);
  return a;
}

}  // namespace engine::scoring
