// Rows and grids by the local periodogram of a disc (Bartlett): S(q) = |sum exp(-2 pi i q.x)|^2 / N.
#pragma once

#include <span>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::scoring {

using geometry::Vec2;

struct Peak {
  double coherence = 0.0;  // max S(q) / N over 0.45 <= |q| / sqrt(lambda) <= 1.6; 1 for a perfect lattice
  Vec2 q{0.0};             // where, per mm: the rows stand across it, 1 / |q| apart
  double across = 0.0;  // the highest coherence found in another direction: a lattice has one, rows have not
};

// The dots of one disc, in dot order. `radius` of the disc, `density` of its dots per mm^2.
// Deterministic: a 128 x 128 transform of fixed order finds the four highest cells, direct sums climb
// from them to the true peak.
Peak strongest_period(std::span<const Vec2> dots, Vec2 centre, core::Mm radius, double density);

}  // namespace engine::scoring
