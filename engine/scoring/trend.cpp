#include "engine/scoring/trend.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/check.h"
#include "engine/scoring/tally.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kBlocks = 32;

// Median of (y_j - y_i) / (x_j - x_i) over all pairs.
double median_slope(std::span<const double> x, std::span<const double> y) {
  std::vector<double> slopes;
  slopes.reserve(x.size() * (x.size() - 1) / 2);
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = i + 1; j < x.size(); ++j) slopes.push_back((y[j] - y[i]) / (x[j] - x[i]));
  return median(slopes);
}

}  // namespace

double mean(std::span<const double> values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values) {
  if (values.size() < 2) return 0.0;
  const double middle = mean(values);
  double sum = 0.0;
  for (const double v : values) sum += (v - middle) * (v - middle);
  return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double median(std::span<const double> values) {
  ENGINE_CHECK(!values.empty());
  std::vector<double> sorted(values.begin(), values.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  if (sorted.size() % 2 == 1) return *middle;
  return 0.5 * (*middle + *std::max_element(sorted.begin(), middle));
}

std::optional<double> theil_sen(std::span<const double> values) {
  if (values.size() < 2) return std::nullopt;
  std::vector<double> x(values.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<double>(i);
  return median_slope(x, values);
}

double drift_of_blocks(std::size_t n, const std::function<double(std::size_t, std::size_t)>& mean_of) {
  std::vector<double> x, y;
  const std::size_t size = n / kBlocks, longer = n % kBlocks;
  for (std::size_t block = 0, from = 0; block < kBlocks; ++block) {
    const std::size_t count = size + (block < longer ? 1 : 0);
    x.push_back(static_cast<double>(from) + 0.5 * static_cast<double>(count - 1));
    y.push_back(mean_of(from, count));
    from += count;
  }
  return median_slope(x, y);
}

std::optional<double> drift_per_dot(std::span<const double> values) {
  if (values.size() < kExactDriftBelow) return theil_sen(values);
  return drift_of_blocks(values.size(), [&](std::size_t from, std::size_t count) {
    Tally sum;
    for (const double v : values.subspan(from, count)) sum.add(v);
    return sum.sum() / static_cast<double>(count);
  });
}

}  // namespace engine::scoring
