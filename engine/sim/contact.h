// From contact to dots: strikes on the sample clock, one contact one dot (docs/design.md 2).
#pragma once

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/sim/state.h"

namespace engine::sim {

// Two contacts within both limits are one: a bouncing switch (docs/design.md 2).
constexpr core::Mm kBounce{0.15};
constexpr core::Span kBounceUs{60'000};
// A worn switch echoes a release: a second press on the spot, so soon and so short as no hand makes one, is
// none (judgement; what comes within the lesser limit is the same press that was cut).
constexpr core::Span kEchoFromUs{15'000}, kEchoUs{100'000}, kEchoLongestUs{30'000};

// Takes one sample into the state: begins, continues or ends a contact.
void move_needle(State& state, const NeedleSample& sample, const scalp::Canvas& canvas);

// Ends a contact without a lift, at the time given: the open dot closes where it was, and no later
// contact resumes it.
void end_contact(State& state, core::AttemptTime t_us, const scalp::Canvas& canvas);

}  // namespace engine::sim
