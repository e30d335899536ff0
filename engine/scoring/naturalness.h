// Criterion: naturalness (docs/scoring.md 1). Pure.
#pragma once

#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

// Of the discs, in d_ref: about 150 dots.
constexpr double kDiscRadius = 7.0;
// Discs of that radius, a radius apart, in which a period is looked for; they depend on the region and the
// target alone.
struct DiscPlace {
  Vec2 centre{0.0};
  double area = 0.0;  // mm^2 of it that lies in the region, more than 0
};
core::Mm disc_radius(const Field& field);
std::vector<DiscPlace> disc_places(const Field& field);
// `dots`: those within the radius, by number.
DiscMeasure measure_disc(const DiscPlace& place, core::Mm radius, std::span<const Vec2> dots,
                         const Ramps& ramps);

RepeatMeasure measure_repeats(const Field& field, const Ramps& ramps);
std::size_t naturalness_needs(const Field& field);  // dots
// Without causes.
CriterionResult score_naturalness(std::size_t dots, std::size_t needed, const RepeatMeasure& measure);
// Causes: rows, grid.
CriterionResult naturalness(const Field& field, const RepeatMeasure& measure);

}  // namespace engine::scoring
