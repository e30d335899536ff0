#include "engine/scoring/copies.h"

#include <algorithm>
#include <cmath>

#include "engine/geometry/grid.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

constexpr double kShortest = 3.0, kLongest = 25.0;  // d_ref: nearer repeats are rows or a grid
constexpr double kTolerance = 0.12;                 // d_ref: chance finds a twin for 1 - exp(-pi 0.12^2) = 4.4 %
constexpr std::size_t kAnchors = 8, kSamples = 60, kLeastSamples = 40, kMostNamed = 400;
constexpr std::size_t kFirstLook = 20, kFirstTwins = 4;

bool twin(const geometry::Grid& grid, Vec2 p, double tolerance) { return grid.any_within(p, tolerance); }

// `count` indices spread over the field's dots.
std::vector<std::size_t> spread(std::size_t dots, std::size_t count) {
  std::vector<std::size_t> list;
  const std::size_t n = std::min(dots, count);
  for (std::size_t i = 0; i < n; ++i) list.push_back((2 * i + 1) * dots / (2 * n));
  return list;
}

double share_of_twins(const Field& field, const geometry::Grid& grid, const std::vector<std::size_t>& samples, Vec2 shift, double tolerance) {
  std::size_t compared = 0, twins = 0;
  for (const std::size_t i : samples) {
    const Vec2 there = field.dots[i].at + shift;
    if (!field.region.contains(there)) continue;
    ++compared;
    twins += twin(grid, there, tolerance) ? 1U : 0U;
    // Most displacements are nothing: a few comparisons show it.
    if (compared == kSamples || (compared == kFirstLook && twins < kFirstTwins)) break;
  }
  return compared < kLeastSamples ? 0.0 : static_cast<double>(twins) / static_cast<double>(compared);
}

}  // namespace

Copy strongest_copy(const Field& field) {
  const double d_ref = reference_distance(field.target), tolerance = kTolerance * d_ref;
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  const geometry::Grid grid(points, d_ref);
  const auto samples = spread(points.size(), 4 * kSamples);
  Copy best;
  for (const std::size_t anchor : spread(points.size(), kAnchors)) {
    std::vector<std::size_t> partners;
    grid.within(points[anchor], kLongest * d_ref, [&](std::size_t i, double d2) {
      if (d2 >= kShortest * kShortest * d_ref * d_ref) partners.push_back(i);
    });
    std::sort(partners.begin(), partners.end());
    for (const std::size_t partner : partners) {
      const Vec2 shift = points[partner] - points[anchor];
      if (const double share = share_of_twins(field, grid, samples, shift, tolerance); share > best.share) best = {share, shift, points[anchor], {}};
    }
  }
  for (std::size_t i = 0; i < points.size() && best.share > 0.0 && best.dots.size() < kMostNamed; ++i)
    if (twin(grid, points[i] + best.shift, tolerance)) best.dots.push_back(field.dots[i].number);
  return best;
}

}  // namespace engine::scoring
