// Statistics of a sequence in order.
#pragma once

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
std::optional<double> drift_per_dot(std::span<const double> values);

}  // namespace engine::scoring
