// What scores are made of: counts and sums that do not depend on the order of the dots. The criteria make
// them from a whole field; LiveField keeps them while dots come and go. Scores come from these alone, so both
// give the same bits.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/scoring/copies.h"
#include "engine/scoring/field.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/tally.h"

namespace engine::scoring {

// Nearest distances in units of the local spacing, and doublets.
struct SpacingMeasure {
  std::size_t dots = 0, inner = 0;  // inner: at least d_ref from the border
  std::size_t doublets = 0;         // nearer than half of 1 / sqrt(local density)
  Tally all_sum, inner_sum;         // nearest x sqrt(local density)
};

// The judging grid of LocalDensity.
struct CellMeasure {
  std::size_t cells = 0;
  double targets = 0.0;   // sum of the targets, dots per mm^2
  double expected = 0.0;  // dots that the target asks of the region
  Tally beyond, plain,
      sign;  // target x: excess of |log2 ratio| beyond the free band, |log2 ratio|, signed excess
  Tally density, square;  // density; target x (density / target)^2
};

struct GapMeasure {
  OpenPixels pixels;  // of the region, and those of them that are thin
  Hole hole;          // the largest
};

struct DiscMeasure {
  Vec2 centre{0.0};
  std::size_t dots = 0;
  double points = 100.0, coherence = 0.0, across = 0.0;  // across: in another direction
};
struct RepeatMeasure {
  std::vector<DiscMeasure> discs;  // with enough dots, row by row
  Copy copy;
};

// Dots within 0.15 mm of a hair, and what placing them at random would give.
struct OnHairMeasure {
  std::size_t dots = 0, on_hair = 0;
  double by_chance = 0.0;  // share
};

struct DepthMeasure {
  std::size_t dots = 0, unknown = 0, deep = 0, shallow = 0;
  Tally sum, square;           // of delta
  double drift_per_dot = 0.0;  // of delta
};

// Means over the first and the last third of the dots.
struct PaceMeasure {
  std::size_t dots = 0, unknown = 0;
  double spacing_first = 0.0, spacing_last = 0.0, delta_first = 0.0, delta_last = 0.0;
};

// Values within a band: diameters, angles.
struct BandMeasure {
  std::size_t dots = 0, unknown = 0, below = 0, above = 0;
  Tally sum;
};

struct ShadeMeasure {
  std::size_t dots = 0, dark = 0, light = 0;
  Tally dark_steps, light_steps;
};

}  // namespace engine::scoring
