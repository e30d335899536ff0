// Dots of the skin, sorted into the fields that the scorer looks at.
#pragma once

#include <vector>

#include "engine/scoring/field.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

// One field a target, in the lesson's order. A dot belongs to the first target whose zone holds it.
std::vector<engine::scoring::Field> make_fields(const Site& site, const Work& work);

// Visible dots that lie in no target zone.
int dots_outside(const Site& site, const Work& work);

}  // namespace trainer::assessment
