// Criterion: placement (docs/scoring.md 1). Pure.
#pragma once

#include "engine/core/units.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

constexpr core::Mm kOnHair{0.15};  // nearer to the middle of a follicular unit, a dot is on the hair

OnHairMeasure measure_on_hair(const Field& field);
double on_hair_by_chance(const Field& field);  // share

CriterionResult score_placement(const OnHairMeasure& hair, const Strays& strays,
                                const Ramps& ramps);  // without causes
// Marks in no-go zones, else those outside every zone, with their removal; empty where they lie beside
// another field.
std::vector<Cause> stray_causes(const Strays& strays);
// The worse of two: the share of all marks and presses that lie outside every target zone (a mark in a no-go
// zone makes it 0), and, from 60 dots on, the share of dots on a hair against what random placing would give.
// Causes: forbidden, outside, on_hair. Their fix takes the marks away.
CriterionResult placement(const Field& field, const Ramps& ramps);

}  // namespace engine::scoring
