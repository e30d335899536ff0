// The Gaussian of the density estimates as a table, in integers: sums of weights do not depend on their
// order, so that one dot more or less can be added to or taken from them and give the same bits as all from
// scratch.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/core/units.h"

namespace engine::scoring {

// Weights are multiples of 1 / kWeightUnit.
constexpr double kWeightUnit = 1099511627776.0;  // 2^40
constexpr double kCutSigmas = 7.0;               // the tail beyond holds 2e-11 of the mass
constexpr double kNearSigmas = 6.0;              // 1.5e-8: enough where no reference asks for more

class GaussTable {
 public:
  explicit GaussTable(core::Mm sigma);

  [[nodiscard]] core::Mm reach() const { return core::Mm{reach_}; }  // beyond it the weight is 0
  // exp(-d2 / (2 sigma^2)) for 0 <= d2 <= reach^2, to 2e-10.
  [[nodiscard]] double value(double d2) const {
    const double s = d2 * scale_;
    const auto k = static_cast<std::size_t>(s * kSteps);
    const double r = s - static_cast<double>(k) * (1.0 / kSteps);
    return table_[k] * (1.0 - r * (1.0 - r * (1.0 / 2 - r * (1.0 / 6))));
  }
  [[nodiscard]] std::int64_t weight(double d2) const {
    return static_cast<std::int64_t>(value(d2) * kWeightUnit + 0.5);
  }

 private:
  static constexpr double kSteps = 128.0;  // table entries per unit of the exponent

  double reach_, scale_;
  std::vector<double> table_;
};

}  // namespace engine::scoring
