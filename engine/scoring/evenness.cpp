#include "engine/scoring/evenness.h"

#include <algorithm>
#include <cmath>

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastDots = 30;
constexpr double kTooEven = 1.75;  // R beyond which spacing looks mechanical: -1 point per 0.01

}  // namespace

std::vector<std::size_t> inner_dots(const Field& field, double d_ref) {
  std::vector<std::size_t> inner;
  for (std::size_t i = 0; i < field.dots.size(); ++i)
    if (field.region.border_distance(field.dots[i].at) >= d_ref) inner.push_back(i);
  if (inner.size() >= 30 && 2 * inner.size() >= field.dots.size()) return inner;
  inner.resize(field.dots.size());
  for (std::size_t i = 0; i < inner.size(); ++i) inner[i] = i;
  return inner;
}

double local_ratio(const Field& field, const LocalDensity& local) {
  const auto inner = inner_dots(field, local.d_ref());
  double sum = 0.0;
  for (const std::size_t i : inner) sum += local.nearest()[i] * std::sqrt(local.at_dots()[i]);
  return inner.empty() ? 0.0 : 2.0 * sum / static_cast<double>(inner.size());
}

double relative_variation(const LocalDensity& local) {
  double weights = 0.0, mean = 0.0, square = 0.0;
  for (const auto& cell : local.cells()) {
    weights += cell.target;
    mean += cell.density;  // target x (density / target)
  }
  if (!(weights > 0.0) || !(mean > 0.0)) return 0.0;
  mean /= weights;
  for (const auto& cell : local.cells()) {
    const double d = cell.density / cell.target - mean;
    square += cell.target * d * d;
  }
  return std::sqrt(square / weights) / mean;
}

CriterionResult evenness(const Field& field, const LocalDensity& local, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Evenness, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.size() < field.needed(kLeastDots) || local.cells().empty()) return result;
  const double r = local_ratio(field, local), cv = relative_variation(local);
  const double spacing = ramp(r, ramps.evenness_r), field_points = ramp(cv, ramps.evenness_cv);
  const double excess = std::max(0.0, r - kTooEven) * 100.0;
  result.score = hundredths(std::min(spacing, field_points) - excess);
  result.metrics = {{"r_local", r}, {"cv_local", cv}};
  if (*result.score == 10000) return result;
  const auto densest = std::max_element(local.cells().begin(), local.cells().end(), [](const auto& a, const auto& b) {
    return a.density * b.target < b.density * a.target;
  });
  const bool mechanical = excess > 0.0 && excess >= 100.0 - std::min(spacing, field_points);
  result.causes = {{.id = mechanical ? "too_even" : "uneven", .size = mechanical ? r : std::min(spacing, field_points), .at = densest->at,
                    .radius_mm = 3.0 * local.d_ref(), .dots = {}, .fix = {}}};
  return result;
}

}  // namespace engine::scoring
