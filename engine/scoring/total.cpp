#include "engine/scoring/total.h"

#include <algorithm>
#include <cstdint>

#include "engine/core/check.h"
#include "engine/scoring/rubric.h"

namespace engine::scoring {

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

double lost_by_mean(std::span<const Weighted> scores, const Weighted& of) {
  const auto weights = static_cast<double>(weight_sum(scores));
  return kMeanShare * (of.weight / weights) * (10000 - of.score);
}

double lost_by_lowest(std::span<const Weighted> scores) {
  return kLowestShare * (10000 - lowest(scores));
}

std::optional<int> total(std::span<const Weighted> scores) {
  if (scores.empty()) return std::nullopt;
  const std::int64_t weights = weight_sum(scores);
  return divide_half_up(
      kMeanTenths * score_sum(scores) + kLowestTenths * std::int64_t{lowest(scores)} * weights,
      (kMeanTenths + kLowestTenths) * weights);
}

}  // namespace engine::scoring
