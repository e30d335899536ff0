// Local density by a Gaussian kernel with edge correction: sum of kernels divided by the kernel's mass
// inside the region (docs/scoring.md 1).
#pragma once

#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/field.h"
#include "engine/scoring/kernel.h"

namespace engine::scoring {

constexpr double kSigmaPerReference = 2.0;  // sigma / d_ref
constexpr core::Mm kBlend{20.0};            // from hair: there the work blends with it (docs/scoring.md 1)

// d_ref = 1 / sqrt(plateau).
core::Mm reference_distance(const TargetDensity& target);

// Mass of a kernel of any place within the region, and the target smoothed the same way. Exact for
// rectangles with a constant target; else on a raster of sigma / 4, cubic between (below 0.1 %).
class KernelMass {
 public:
  KernelMass(const Region& region, const TargetDensity& target, core::Mm sigma);
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

// The grid on which density is judged: pitch d_ref from the low corner + d_ref / 2, centres inside the region
// where at least a quarter of the plateau is asked. Sums are integers: they do not depend on the order of the
// dots.
class JudgingGrid {
 public:
  // `mass` and `kernel` must outlive it.
  JudgingGrid(const Field& asked, const KernelMass& mass, const GaussTable& kernel);

  struct Cell {
    Vec2 at{0.0};
    double mass = 1.0, target = 0.0;  // of a kernel there; dots per mm^2
    std::size_t sum = 0;              // index of its sum
    bool by_hair = false;             // within kBlend of hair
  };
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] double density(const Cell& cell) const {
    return static_cast<double>(sums_[cell.sum]) * per_weight_ / cell.mass;
  }

  void add(Vec2 dot) {
    spread(dot, [this](std::size_t i, std::int64_t weight) { sums_[i] += weight; });
  }
  // Adds a dot, or takes it away; `change(cell, before, after)` is called with the densities of every judged
  // cell that it reaches.
  template <class Change>
  void move(Vec2 dot, bool add, Change change) {
    spread(dot, [&](std::size_t i, std::int64_t weight) {
      if (judged_[i] == kNotJudged) {
        sums_[i] += add ? weight : -weight;
        return;
      }
      const Cell& cell = cells_[judged_[i]];
      const double before = density(cell);
      sums_[i] += add ? weight : -weight;
      change(cell, before, density(cell));
    });
  }

 private:
  struct AxisWeights {
    int from = 0;
    std::vector<double> weights;
  };
  void run(double at, double low, int cells, AxisWeights& out) const;

  // A Gaussian is a product: each dot needs its weights along x and along y only.
  template <class Visit>
  void spread(Vec2 dot, Visit visit) {
    run(dot.x, first_.x, columns_, x_);
    run(dot.y, first_.y, rows_, y_);
    for (std::size_t j = 0; j < y_.weights.size(); ++j) {
      const double scale = y_.weights[j] * kWeightUnit;
      const std::size_t row = (static_cast<std::size_t>(y_.from) + j) * static_cast<std::size_t>(columns_) +
                              static_cast<std::size_t>(x_.from);
      for (std::size_t i = 0; i < x_.weights.size(); ++i)
        visit(row + i, static_cast<std::int64_t>(scale * x_.weights[i] + 0.5));
    }
  }

  static constexpr std::uint32_t kNotJudged = ~std::uint32_t{0};

  const GaussTable* kernel_;
  double d_ref_, per_weight_;
  Vec2 first_{0.0};
  int columns_ = 0, rows_ = 0;
  std::vector<std::int64_t> sums_;
  std::vector<std::uint32_t> judged_;  // index into cells_, by sum
  std::vector<Cell> cells_;
  AxisWeights x_, y_;  // room for `spread`
};

// How far dots are counted for the density at a dot.
inline core::Mm near_reach(const GaussTable& kernel) {
  return kNearSigmas / kCutSigmas * kernel.reach();
}
// Dots per mm^2 for a sum of kernel weights before it is divided by the mass.
double density_per_weight(core::Mm d_ref);

class LocalDensity {
 public:
  explicit LocalDensity(const Field& field);

  [[nodiscard]] double target(Vec2 p) const { return mass_.smoothed_target(p); }
  // At each dot, its own included, dots per mm^2.
  [[nodiscard]] const std::vector<double>& at_dots() const { return at_dots_; }
  // distance of each dot to its nearest
  [[nodiscard]] const std::vector<double>& nearest() const { return nearest_; }
  [[nodiscard]] core::Mm d_ref() const { return core::Mm{d_ref_}; }

  // One cell of the judging grid.
  struct Cell {
    Vec2 at{0.0};
    double density = 0.0, target = 0.0;  // dots per mm^2
    double mass = 1.0;     // share of the kernel within the region: at a border the density is less sure
    bool by_hair = false;  // within kBlend of hair
  };
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

 private:
  void measure_dots(const std::vector<Vec2>& points);
  void measure_cells(const Field& field);

  double d_ref_;
  GaussTable kernel_;
  KernelMass mass_;
  std::vector<double> at_dots_, nearest_;
  std::vector<Cell> cells_;
};

}  // namespace engine::scoring
