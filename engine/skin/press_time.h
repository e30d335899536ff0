// How deep a press without pressure goes is told by how long it lasts (penetration.h).
#pragma once

#include "engine/core/moment.h"

namespace engine::skin {

// From its beginning to the shallow edge, the middle and the deep edge of the band, and through the
// skin, where it is healthy and taut.
constexpr core::Span kToBandStart{60'000}, kToBandMiddle{150'000}, kToBandEnd{260'000}, kToThrough{400'000};

}  // namespace engine::skin
