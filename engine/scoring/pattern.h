// Point patterns, curves and depth sequences as other people's software measures them (`smp analyse`).
// Nothing where a value is undefined.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/scoring/criterion.h"

namespace engine::scoring {

struct NearestStatistics {
  double mean = 0.0, min = 0.0, max = 0.0, sd = 0.0;
};  // sd with n - 1

struct PatternAnalysis {
  std::size_t n = 0;
  double area = 0.0, intensity = 0.0;
  std::optional<NearestStatistics> nearest;
  std::optional<double> clark_evans, clark_evans_donnelly;  // Donnelly: rectangles only
  std::vector<double> r;
  std::vector<std::optional<double>> k_border, k_translation;
  std::optional<double> mean_abs_log2_ratio, relative_cv;
  std::optional<double> r_local, doublet_fraction;
  std::optional<core::Mm> largest_empty_radius;
  std::optional<double> uncovered_fraction;
  std::optional<double> coherence_mean, coherence_max;  // whole discs of 7 d_ref, N >= 40
  std::vector<CriterionResult> criteria;                // of the pad pattern rubric
  std::optional<int> total;                             // hundredths
};

// The total (total.h) in hundredths; nothing when a criterion has not enough dots. `criteria`
// as judged by the rubric.
std::optional<int> total(const std::vector<CriterionResult>& criteria, const Rubric& rubric);

// Whether a window can be looked over at this density (dots per mm^2) in reasonable time and memory: up
// to 1.1 million dots asked of its bounding box.
core::Result<void> can_look_over(const Region& window, double density);
constexpr std::size_t kMostPoints = 1'000'000;
// Whether the points can be compared with each other: up to kMostPoints, and neither so crowded nor the radii
// so long that more than 5 x 10^7 pairs (700 a point, when that is more) would have to be looked at.
core::Result<void> can_analyse(std::span<const Vec2> points, double density, std::span<const double> radii);

// `density` of the target in dots per mm^2; `radii` of K in mm, empty for 0.25, 0.5, 1, 2, 5 x d_ref.
PatternAnalysis analyse_points(std::span<const Vec2> points, const Region& window, double density,
                               std::span<const double> radii);

struct DepthAnalysis {
  std::size_t n = 0;
  double in_band = 0.0, too_deep = 0.0, too_shallow = 0.0;  // shares; the band is inclusive
  double mean = 0.0;
  std::optional<double> sd, drift_per_dot;  // mm, mm a dot (exact Theil-Sen up to 5,000)
};
DepthAnalysis analyse_depth(std::span<const double> depths_mm, core::Mm low, core::Mm high);

}  // namespace engine::scoring
