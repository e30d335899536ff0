// Simulated practitioners. A robot sees what a trainee sees (lesson, canvas, zones, tools), never the
// scorer. What it does is a pure function of (lesson, kind, skill, seed).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/result.h"
#include "engine/scalp/canvas.h"
#include "trainer/assessment/site.h"
#include "trainer/lessons/lesson.h"
#include "trainer/runner/event.h"

namespace trainer::robots {

struct RobotKind {
  std::string name;
  bool cheat = false;  // must not pass, however it is judged
  std::string summary;
};

std::vector<RobotKind> kinds();

// The expert who shows how a lesson is done: on the canvas, in the demonstration, after years.
constexpr engine::core::Seed kExpertSeed = 7;

// The log of one attempt at the site's lesson from its first event to its last lift, without `Finished`.
// `skill` (0 never held a needle .. 1 expert) counts for kind "practitioner" only.
// Errors: an unknown kind (the known ones are named), a zone or hairline that does not resolve.
engine::core::Result<std::vector<runner::AttemptEvent>> perform(std::shared_ptr<const assessment::Site> site,
                                                                std::string_view kind, double skill,
                                                                engine::core::Seed seed);

// That expert's attempt at the site's lesson.
engine::core::Result<std::vector<runner::AttemptEvent>> show_how(
    std::shared_ptr<const assessment::Site> site);

// Where the expert would set the dots of one target, in working order: the demonstration, and the
// expert's patch beside yours. Empty when the target does not resolve. `share` of the final density shall be
// there, and `old` dots of earlier treatment sessions are.
std::vector<engine::scalp::CanvasPoint> expert_points(
    const lessons::Lesson& lesson, const engine::scalp::Canvas& canvas, std::size_t target_index,
    engine::core::Seed seed, double share = 1.0, const std::vector<engine::scalp::CanvasPoint>& old = {});

}  // namespace trainer::robots
