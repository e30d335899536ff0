// Kinds of work as point patterns, for ranking tests and benchmarks: what a good examiner tells apart
// (docs/scoring.md). Lengths are in units of d_ref, so that one pattern serves every density.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/core/draw.h"
#include "engine/geometry/vec.h"

namespace patterns {

using engine::core::Seed;
using engine::geometry::Vec2;
using Dots = std::vector<Vec2>;

// Fills the square [low, high]^2 and a little beyond.
struct Square {
  double low = 0.0, high = 60.0;
  [[nodiscard]] double side() const { return high - low; }
};

// Random insertion at no less than `distance` until the mean density is `density` or nothing fits any more.
Dots poisson_disc(Seed seed, Square square, double distance, double density = 1.0);
// Keeps dots with a probability that waves by `amplitude` about its mean over 20 d_ref.
Dots thinned_by_wave(const Dots& dots, Seed seed, double amplitude);
// The same by one straight wave in a direction of its own.
Dots thinned_by_plane_wave(const Dots& dots, Seed seed, double amplitude);
Dots random(Seed seed, Square square);
Dots clusters(Seed seed, Square square, double dots_each, double spread);  // Thomas
Dots square_grid(Seed seed, Square square, double jitter);
Dots hexagonal_grid(Seed seed, Square square, double jitter);
Dots rows(Seed seed, Square square, double jitter, double arc_radius = 0.0);  // 0: straight
Dots relaxed(Seed seed, Square square, int rounds);                           // Lloyd
Dots with_twins(const Dots& dots, Seed seed, int one_in);
Dots stamped(Seed seed, Square square, double tile);

struct Kind {
  std::string name;
  double low = 0.0, high = 100.0;          // the total must lie within
  std::vector<std::string> causes;         // one of them must be named first; empty: any or none
  double asked = 1.0;                      // density asked, in units of the pattern's
  std::function<Dots(Seed, Square)> make;
};

// The table of docs/scoring.md, row by row.
std::vector<Kind> kinds();

}  // namespace patterns
