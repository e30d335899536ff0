// Where work is ranked: flat shapes, patches of a head unrolled as the scorer sees them, fronts that begin
// sparse.
#pragma once

#include <string>
#include <vector>

#include "engine/scoring/field.h"
#include "engine/scoring/rubric.h"
#include "tests/support/patterns.h"

namespace ranking {

using engine::core::Seed;
using engine::geometry::Region;
using engine::geometry::Vec2;

struct Place {
  std::string name;
  double per_cm2 = 100.0;       // of the plateau
  double turn = 0.0;            // radians, of every pattern laid on it
  Region region;                // mm
  std::vector<Vec2> line = {};  // of a front that begins sparse; else empty
  std::vector<engine::scoring::GradientStep> steps = {};
};

// All of them. Ends the program with a message when a head cannot be made.
std::vector<Place> places();

// The dots of a kind of work laid on a place, and what is asked there.
engine::scoring::Field laid(const patterns::Kind& kind, const Place& place, Seed seed);

// Of pads; where the front begins sparse, feathering counts too.
engine::scoring::Rubric rubric_of(const Place& place);

}  // namespace ranking
