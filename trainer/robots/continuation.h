// The rest of a head, as the hand that did a part of it would do it: shown, never scored.
#pragma once

#include <span>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/skin/dot.h"
#include "trainer/lessons/lesson.h"

namespace trainer::robots {

// What one hand's dots have in common.
struct Habit {
  double density = 1.0;                       // dots placed for each that was asked
  double evenness = 1.0;                      // 0 at random .. 1 as even as an expert
  double doublets = 0.0;                      // share of dots with a twin within a quarter of the spacing
  double delta_mean = 0.55, delta_sd = 0.03;  // depth over skin thickness
  engine::core::Mm diameter{0.25};
  std::int32_t pigment_permille = 1000;
};

// From dots laid flat (mm), where `per_mm2` was asked over `area_mm2`. Fewer than ten dots: an expert's
// habit.
Habit habit_of(std::span<const engine::geometry::Vec2> places, std::span<const engine::skin::Dot> dots,
               double asked_dots, double per_mm2);

// Dots over the scalp where the client has lost hair, behind a line through the mid-frontal point and the
// temple corners, softened at its front; none within `taken`, outlines that somebody has worked already.
// Numbers follow `first_number`. Empty for a lesson on a pad. 0.2 to 0.6 s for a bald head.
std::vector<engine::skin::Dot> continuation(const lessons::Lesson& lesson,
                                            const engine::scalp::Canvas& canvas, const Habit& habit,
                                            std::span<const std::vector<engine::scalp::CanvasPoint>> taken,
                                            double per_cm2, std::uint32_t first_number,
                                            engine::core::Seed seed);

}  // namespace trainer::robots
