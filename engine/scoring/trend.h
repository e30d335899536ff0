// Statistics of a sequence in order.
#pragma once

#include <functional>
#include <optional>
#include <span>

namespace engine::scoring {

double mean(std::span<const double> values);                // 0 for none
double standard_deviation(std::span<const double> values);  // n - 1; 0 below two values
double median(std::span<const double> values);              // of at least one; mean of the middle two

// Theil-Sen: median of the slopes of all pairs. Nothing below two values.
std::optional<double> theil_sen(std::span<const double> values);
// The drift that lessons judge: exact below 64 dots, else the means of 32 blocks of equal count (first
// blocks one longer) over their 496 pairs, per dot (all pairs would take seconds at 20,000 dots).
constexpr std::size_t kExactDriftBelow = 64;
std::optional<double> drift_per_dot(std::span<const double> values);

// The same from 64 dots on, of means asked for by first index and count.
double drift_of_blocks(std::size_t n, const std::function<double(std::size_t, std::size_t)>& mean_of);

}  // namespace engine::scoring
