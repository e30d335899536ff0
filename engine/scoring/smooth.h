// Local density by a Gaussian kernel with edge correction: sum of kernels divided by the kernel's mass
// inside the region (scoring: density match).
#pragma once

#include <optional>
#include <vector>

#include "engine/geometry/grid.h"
#include "engine/scoring/field.h"

namespace engine::scoring {

// sigma = 2 d_ref, cut at 7 sigma (the tail beyond holds 2e-11 of the mass).
constexpr double kSigmaPerReference = 2.0;
constexpr double kCutSigmas = 7.0;

// d_ref = 1 / sqrt(plateau), mm.
double reference_distance(const TargetDensity& target);

// Mass of a kernel of any place within the region, and the target smoothed the same way. Exact for
// rectangles with a constant target; else on a raster of sigma / 8, bilinear between (below 1 %).
class KernelMass {
 public:
  KernelMass(const Region& region, const TargetDensity& target, double sigma);
  [[nodiscard]] double mass(Vec2 p) const;             // 0..1
  [[nodiscard]] double smoothed_target(Vec2 p) const;  // dots per mm^2

 private:
  [[nodiscard]] double sampled(const std::vector<double>& raster, Vec2 p) const;

  Region region_;
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

  [[nodiscard]] double at(Vec2 p) const;               // dots per mm^2, own dot included when p is a dot
  [[nodiscard]] double target(Vec2 p) const { return mass_.smoothed_target(p); }
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
  double d_ref_, sigma_;
  geometry::Grid grid_;
  KernelMass mass_;
  std::vector<double> at_dots_, nearest_;
  std::vector<Cell> cells_;
};

}  // namespace engine::scoring
