// Local density by a Gaussian kernel with edge correction: sum of kernels divided by the kernel's mass
// inside the region (scoring: density match).
#pragma once

#include <optional>
#include <vector>

#include "engine/scoring/field.h"
#include "engine/scoring/kernel.h"

namespace engine::scoring {

constexpr double kSigmaPerReference = 2.0;  // sigma / d_ref

// d_ref = 1 / sqrt(plateau), mm.
double reference_distance(const TargetDensity& target);

// Mass of a kernel of any place within the region, and the target smoothed the same way. Exact for
// rectangles with a constant target; else on a raster of sigma / 4, cubic between (below 0.1 %).
class KernelMass {
 public:
  KernelMass(const Region& region, const TargetDensity& target, double sigma);
  [[nodiscard]] double mass(Vec2 p) const;             // 0..1
  [[nodiscard]] double smoothed_target(Vec2 p) const;  // dots per mm^2

 private:
  void make_rasters(const Region& region, const TargetDensity& target);
  [[nodiscard]] double sampled(const std::vector<double>& raster, Vec2 p) const;

  geometry::Box box_;
  double sigma_;
  double plateau_;
  bool constant_;
  Vec2 low_{0.0};
  double pitch_ = 1.0;
  int columns_ = 0, rows_ = 0;
  std::vector<double> mass_, weighted_;
};

class LocalDensity {
 public:
  explicit LocalDensity(const Field& field);

  [[nodiscard]] double target(Vec2 p) const { return mass_.smoothed_target(p); }
  // At each dot, its own included, dots per mm^2.
  [[nodiscard]] const std::vector<double>& at_dots() const { return at_dots_; }
  [[nodiscard]] const std::vector<double>& nearest() const { return nearest_; }  // distance of each dot to its nearest
  [[nodiscard]] double d_ref() const { return d_ref_; }

  // One cell of the judging grid: pitch d_ref from the low corner + d_ref / 2, centres inside the region.
  struct Cell {
    Vec2 at{0.0};
    double density = 0.0, target = 0.0;  // dots per mm^2; only cells with target >= 25 % of the plateau
  };
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

 private:
  void measure_dots(const std::vector<Vec2>& points);
  void measure_cells(const std::vector<Vec2>& points, const Region& region, double plateau);

  double d_ref_;
  GaussTable kernel_;
  double per_weight_;  // dots per mm^2 for a sum of weights before it is divided by the mass
  KernelMass mass_;
  std::vector<double> at_dots_, nearest_;
  std::vector<Cell> cells_;
};

}  // namespace engine::scoring
