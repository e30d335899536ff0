// From contact to dots: strikes on the sample clock, one contact one dot (docs/design.md 2).
#pragma once

#include "engine/core/moment.h"
#include "engine/sim/state.h"

namespace engine::sim {

// Takes one sample into the state: begins, continues or ends a contact.
void move_needle(State& state, const NeedleSample& sample, const scalp::Canvas& canvas);

// Ends a contact without a lift, at the time given: the open dot closes where it was, and no later
// contact resumes it.
void end_contact(State& state, core::AttemptTime t_us, const scalp::Canvas& canvas);

}  // namespace engine::sim
