// Dots of the skin, sorted into the fields that the scorer looks at.
#pragma once

#include <vector>

#include "engine/scoring/field.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

// One field a target, in the lesson's order. A dot belongs to the first target whose zone holds it.
std::vector<engine::scoring::Field> make_fields(const Site& site, const Work& work);

// The parts of it: a dot as the scorer sees it, a target without dots, and the target that a place lies next to.
engine::scoring::FieldDot field_dot(const engine::skin::Dot& dot, engine::geometry::Vec2 at);
engine::scoring::Field asked_field(const Site& site, const SiteTarget& target);
std::vector<engine::geometry::Vec2> drawn_on(const SiteTarget& target, std::span<const engine::scalp::CanvasPoint> drawn);
std::size_t nearest_target(const Site& site, engine::scalp::CanvasPoint at);

// Visible dots that lie in no target zone.
int dots_outside(const Site& site, const Work& work);

}  // namespace trainer::assessment
