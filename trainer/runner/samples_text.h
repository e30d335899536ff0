// A log as lines of SAMPLES.jsonl.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "trainer/runner/attempt.h"

namespace trainer::runner {

// The way back: lines of which `play` makes the same work, bit for bit. What leaves no trace in the work is
// left out: beginnings of sittings, cues, the claim at the end.
std::string samples_text(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events);

}  // namespace trainer::runner
