// How deep the needle is in a contact that goes on, for gauges and arc.
#pragma once

#include <optional>

#include "engine/core/moment.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/work/gauges.h"

namespace trainer::app {

// Nothing without a contact. `dwell_us`: how long it has lasted.
std::optional<ui::Pressing> depth_now(const runner::Attempt& attempt, engine::core::Span dwell_us);

}  // namespace trainer::app
