// The rest of a head, as the hand that did a part of it would do it: shown, never scored.
#pragma once

#include <span>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/skin/dot.h"
#include "trainer/lessons/lesson.h"
#include "trainer/robots/habit.h"

namespace trainer::robots {

// The hand's own dots and clumps, drawn again and turned, over the scalp where the client has lost hair,
// behind a line through the mid-frontal point and the temple corners, softened at its front, as far from hair
// that is left as from each other; none within `taken`, outlines that somebody has worked already. Numbers
// follow `first_number`. Empty for a lesson on a pad. 0.2 to 0.6 s for a bald head.
std::vector<engine::skin::Dot> continuation(const lessons::Lesson& lesson,
                                            const engine::scalp::Canvas& canvas, const Habit& habit,
                                            std::span<const std::vector<engine::scalp::CanvasPoint>> taken,
                                            double per_cm2, std::uint32_t first_number,
                                            engine::core::Seed seed);

// What the hand that set these dots would go on to set, outside the targets of the site and as dense as the
// densest of them. Empty without a target or a head.
std::vector<engine::skin::Dot> continuation(const assessment::Site& site,
                                            std::span<const engine::skin::Dot> dots, engine::core::Seed seed);

// Dots in a cm2 of a shaved look that is finished, after its last session (docs/domain.md 3.3, judgement).
constexpr double kFinishedPerCm2 = 90.0;

// The whole head as the hand that set these dots would finish it, the site's targets too: at kFinishedPerCm2,
// or as dense as the densest target where that is more. Empty without a target or a head.
std::vector<engine::skin::Dot> finished(const assessment::Site& site, std::span<const engine::skin::Dot> dots,
                                        engine::core::Seed seed);

}  // namespace trainer::robots
