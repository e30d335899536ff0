// Distances between dots as shares of the distance that the asked density means, 1 / sqrt(density per mm2).
#pragma once

#include <cmath>

#include "engine/core/units.h"

namespace engine::scoring {

constexpr double kDoubletShare = 0.5;   // nearer: the two heal as one
constexpr double kNearShare = 0.55;     // from here on the gauge calls it spacing
constexpr double kCrowdedShare = 0.80;  // the inner cue radius: no dot is aimed nearer
constexpr double kNextShare = 1.07;     // the dashed cue radius: where the next dot belongs
constexpr double kGapShare = 1.4;       // farther from every other: a gap begins

// Of a density in dots per mm2 above 0.
inline core::Mm reference_distance(double per_mm2) {
  return core::Mm{1.0 / std::sqrt(per_mm2)};
}

}  // namespace engine::scoring
