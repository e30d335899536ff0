#include "engine/scoring/kernel.h"

#include "engine/core/exact_math.h"

namespace engine::scoring {

GaussTable::GaussTable(core::Mm sigma)
    : reach_(kCutSigmas * sigma.value), scale_(0.5 / (sigma.value * sigma.value)) {
  const auto entries = static_cast<std::size_t>(0.5 * kCutSigmas * kCutSigmas * kSteps) + 2;
  for (std::size_t k = 0; k < entries; ++k)
    table_.push_back(core::exact::exp(-static_cast<double>(k) / kSteps));
}

}  // namespace engine::scoring
