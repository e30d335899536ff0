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

// Where a pattern lies: it fills the square [low, high]^2 and a little beyond.
struct Ground {
  double low = 0.0, high = 60.0;
  double third = low + (high - low) / 3.0;  // x below which "a third in rows" lies in rows
  Vec2 hole = Vec2{low + 0.2 * (high - low), low + 0.45 * (high - low)};  // middle of "a hole of 3"
  std::function<double(Vec2)> share =
      nullptr;  // of the full density asked at a place, 0..1; null: 1 everywhere
  [[nodiscard]] double side() const { return high - low; }
  [[nodiscard]] double share_at(Vec2 p) const { return share ? share(p) : 1.0; }
};

// Random insertion at no less than `distance` (wider where less is asked) until the mean density is `density`
// or nothing fits any more.
Dots poisson_disc(Seed seed, const Ground& ground, double distance, double density = 1.0);
// Keeps dots with a probability that waves by `amplitude` about its mean over 20 d_ref.
Dots thinned_by_wave(const Dots& dots, Seed seed, double amplitude);
// The same by one straight wave in a direction of its own.
Dots thinned_by_plane_wave(const Dots& dots, Seed seed, double amplitude);
Dots random(Seed seed, const Ground& ground);
Dots clusters(Seed seed, const Ground& ground, double dots_each, double spread);  // Thomas
Dots square_grid(Seed seed, const Ground& ground, double jitter);
Dots hexagonal_grid(Seed seed, const Ground& ground, double jitter);
Dots rows(Seed seed, const Ground& ground, double jitter, double arc_radius = 0.0);  // 0: straight
Dots relaxed(Seed seed, const Ground& ground, int rounds);                           // Lloyd
Dots with_twins(const Dots& dots, Seed seed, const Ground& ground, int one_in);
// Keeps each dot with the share asked at its place.
Dots thinned_to_share(const Dots& dots, Seed seed, const Ground& ground);
Dots stamped(Seed seed, const Ground& ground, double tile);

struct Kind {
  std::string name;
  double low = 0.0, high = 100.0;   // the total must lie within; below `high` where `low` is 0
  std::vector<std::string> causes;  // one of them must be named first; empty: any or none
  double asked = 1.0;               // density asked, in units of the pattern's
  std::function<Dots(Seed, const Ground&)> make;
};

// The table of docs/scoring.md, row by row.
std::vector<Kind> kinds();

}  // namespace patterns
