#include "engine/scoring/density.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/scoring/holes.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastDots = 15;
constexpr double kFree = 0.10;          // of log2 ratio either way costs nothing
constexpr double kOverWeight = 1.5;     // over-density: one can add, not take away
constexpr double kFloor = 0.02;         // of the target, so that log2 stays finite
constexpr double kFewDots = 60.0;       // below, the tolerance widens with the counting noise

struct Errors {
  double beyond = 0.0;      // weighted mean of what lies beyond the free band
  double plain = 0.0;       // weighted mean |log2 ratio|
  double sign = 0.0;        // weighted mean of the signed excess
  Vec2 worst{0.0};
  double worst_size = -1.0;
};

Errors errors(const LocalDensity& local, double free) {
  Errors e;
  double weights = 0.0;
  for (const auto& cell : local.cells()) {
    const double ratio = core::exact::log2(std::max(cell.density, kFloor * cell.target) / cell.target);
    const double excess = std::max(0.0, std::fabs(ratio) - free) * (ratio > 0.0 ? kOverWeight : 1.0);
    e.beyond += cell.target * excess;
    e.plain += cell.target * std::fabs(ratio);
    e.sign += cell.target * (ratio > 0.0 ? excess : -excess);
    weights += cell.target;
    if (excess > e.worst_size) {
      e.worst_size = excess;
      e.worst = cell.at;
    }
  }
  if (weights > 0.0) {
    e.beyond /= weights;
    e.plain /= weights;
    e.sign /= weights;
  }
  return e;
}

// The dots that crowd most: nearest to their neighbours relative to what was asked.
std::vector<std::uint32_t> crowded(const Field& field, const LocalDensity& local, std::size_t count) {
  std::vector<std::size_t> order(field.dots.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return local.at_dots()[a] > local.at_dots()[b]; });
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < std::min(count, order.size()); ++i) numbers.push_back(field.dots[order[i]].number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Cause explain(const Field& field, const LocalDensity& local, const Errors& e, double expected) {
  const double surplus = static_cast<double>(field.dots.size()) - expected;
  Cause cause{.id = e.sign > 0.0 ? "too_dense" : "too_sparse", .size = surplus, .at = e.worst, .radius_mm = 3.0 * local.d_ref(), .dots = {}, .fix = {}};
  const auto count = static_cast<std::size_t>(std::clamp(std::fabs(surplus) + 0.5, 0.0, 400.0));
  if (count == 0 || (surplus > 0.0) != (e.sign > 0.0)) return cause;
  if (surplus > 0.0) {
    cause.dots = crowded(field, local, count);
    cause.fix = Fix{.remove = spread_out(field, count), .add = {}, .set_delta = {}};
  } else {
    cause.fix = Fix{.remove = {}, .add = fill_holes(field, count), .set_delta = {}};
  }
  return cause;
}

}  // namespace

CriterionResult density(const Field& field, const LocalDensity& local, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Density, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.size() < kLeastDots || local.cells().empty()) return result;
  double expected = 0.0;
  for (const auto& cell : local.cells()) expected += cell.target;
  expected *= field.region.area() / static_cast<double>(local.cells().size());
  const double free = kFree * std::max(1.0, std::sqrt(kFewDots / std::max(expected, 1.0)));
  const Errors e = errors(local, free);
  result.score = hundredths(ramp(e.beyond, ramps.density_error));
  result.metrics = {{"mean_abs_log2_ratio", e.plain}, {"excess", e.beyond}, {"signed_excess", e.sign}, {"dots_expected", expected}};
  if (*result.score < 10000) result.causes = {explain(field, local, e, expected)};
  return result;
}

}  // namespace engine::scoring
