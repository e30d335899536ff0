// A state of skin and needle in 32 bytes, for replay: equal states have equal digests.
#pragma once

#include "engine/core/hash.h"
#include "engine/sim/state.h"

namespace engine::sim {

// BLAKE2b over every field that matters, in a fixed order and byte order.
core::Digest digest(const State& state);

}  // namespace engine::sim
