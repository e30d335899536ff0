#include "engine/scoring/pace.h"

#include <algorithm>
#include <cmath>

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastDots = 30;
constexpr std::size_t kMostNamed = 400;

// Mean of `value` over the dots [from, to).
template <class Value>
double mean_of(std::size_t from, std::size_t to, Value&& value) {
  double sum = 0.0;
  for (std::size_t i = from; i < to; ++i) sum += value(i);
  return sum / static_cast<double>(to - from);
}

double change(double first, double last) { return first > 0.0 ? std::fabs(last - first) / first : 0.0; }

}  // namespace

CriterionResult pace(const Field& field, const LocalDensity& local, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Pace, .score = {}, .metrics = {}, .causes = {}};
  const std::size_t n = field.dots.size(), third = n / 3;
  if (n < kLeastDots) return result;
  const auto spacing = [&](std::size_t i) { return local.nearest()[i] * std::sqrt(local.target(field.dots[i].at)); };
  const auto delta = [&](std::size_t i) { return field.dots[i].delta; };
  const bool depth_known = std::all_of(field.dots.begin(), field.dots.end(), [](const FieldDot& d) { return d.depth_known; });
  const double by_spacing = change(mean_of(0, third, spacing), mean_of(n - third, n, spacing));
  const double by_depth = depth_known ? change(mean_of(0, third, delta), mean_of(n - third, n, delta)) : 0.0;
  const double worst = std::max(by_spacing, by_depth);
  result.score = hundredths(ramp(worst, ramps.pace));
  result.metrics = {{"spacing_change", by_spacing}, {"depth_change", by_depth}};
  if (*result.score == 10000) return result;
  Cause cause{.id = by_depth > by_spacing ? "depth_changed" : "spacing_changed", .size = worst, .at = field.dots.back().at, .radius_mm = 5.0, .dots = {}, .fix = {}};
  for (std::size_t i = n - third; i < n && cause.dots.size() < kMostNamed; ++i) cause.dots.push_back(field.dots[i].number);
  result.causes = {std::move(cause)};
  return result;
}

}  // namespace engine::scoring
