#include "trainer/assessment/total.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/check.h"
#include "engine/scoring/rubric.h"

namespace trainer::assessment {

using engine::scoring::kLowestTenths;
using engine::scoring::kMeanTenths;

namespace {

std::int64_t weight_sum(std::span<const Weighted> scores) {
  std::int64_t sum = 0;
  for (const auto& s : scores) sum += s.weight;
  return sum;
}

std::int64_t score_sum(std::span<const Weighted> scores) {
  std::int64_t sum = 0;
  for (const auto& s : scores) sum += std::int64_t{s.weight} * s.score;
  return sum;
}

int divide_half_up(std::int64_t numerator, std::int64_t denominator) {
  return static_cast<int>((2 * numerator + denominator) / (2 * denominator));
}

}  // namespace

int lowest(std::span<const Weighted> scores) {
  ENGINE_CHECK(!scores.empty());
  return std::min_element(scores.begin(), scores.end(),
                          [](const Weighted& a, const Weighted& b) { return a.score < b.score; })
      ->score;
}

int mean(std::span<const Weighted> scores) {
  ENGINE_CHECK(!scores.empty());
  return divide_half_up(score_sum(scores), weight_sum(scores));
}

std::optional<int> total(std::span<const Weighted> scores) {
  if (scores.empty()) return std::nullopt;
  const std::int64_t weights = weight_sum(scores);
  return divide_half_up(
      kMeanTenths * score_sum(scores) + kLowestTenths * std::int64_t{lowest(scores)} * weights,
      (kMeanTenths + kLowestTenths) * weights);
}

std::vector<int> apportion(int sum, std::span<const double> parts) {
  std::vector<int> shares(parts.size(), 0);
  if (parts.empty()) return shares;
  const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(whole > 0.0)) {
    shares.front() = sum;
    return shares;
  }
  const int sign = sum < 0 ? -1 : 1;
  const int size = sum * sign;
  std::vector<double> remainder(parts.size());
  int given = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double exact = size * (parts[i] / whole);
    shares[i] = static_cast<int>(std::floor(exact));
    remainder[i] = exact - shares[i];
    given += shares[i];
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return remainder[a] > remainder[b]; });
  for (std::size_t k = 0; given < size; ++k, ++given) ++shares[order[k % order.size()]];
  for (std::size_t k = order.size(); given > size; --given) --shares[order[--k]];
  for (int& share : shares) share *= sign;
  return shares;
}

}  // namespace trainer::assessment
