// Where an expert would set the dots of this session, for the overlay.
#pragma once

#include <vector>

#include "trainer/runner/attempt.h"

namespace trainer::app {

// In every target, between the dots that earlier sessions have left. A tenth of a second on a head.
std::vector<engine::scalp::CanvasPoint> experts_places(const runner::Attempt& attempt);

}  // namespace trainer::app
