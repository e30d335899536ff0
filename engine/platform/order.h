// One stream of events from two readers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/moment.h"
#include "engine/platform/input.h"

namespace engine::platform {

// When it happened, clock of `steady_us`; nothing for what has no time of its own.
std::optional<core::SteadyTime> time_us(const InputEvent& event);

// Both streams as one by time; neither changes its own order. What has no time stays behind what came before
// it. Of two at the same time the pen's comes first: its press is known before its echo.
std::vector<InputEvent> in_order(std::vector<InputEvent> system, std::vector<InputEvent> pens);

}  // namespace engine::platform
