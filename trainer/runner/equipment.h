// Whether what lies in the hand fits the work, said at once and with the reason. Points are lost elsewhere,
// if at all: by the dots that it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "trainer/runner/attempt.h"

namespace trainer::runner {

// In the order in which they matter: what cannot work, then what costs points, then what is unusual.
enum class ToolFault {
  SetTooShort,
  Slack,
  SetBeyondStroke,
  SetTooDeep,
  WrongNeedle,
  TooDark,
  RateUnusual,
  StrokeUnusual,
  Undertone
};
struct ToolNotice {
  ToolFault fault = ToolFault::SetTooShort;
  std::string what, advice;  // a sentence each
  bool costs = false;        // points, when one works on like this
};

// `at`: where the needle is about to work, if that is known; else all zones are looked at. Worst first.
std::vector<ToolNotice> tool_notices(const Attempt& attempt,
                                     std::optional<engine::scalp::CanvasPoint> at = {});

// The worst one that explains the last dot's fault, or that a change of the equipment since the last dot has
// brought.
std::optional<ToolNotice> tool_notice_now(const Attempt& attempt);

}  // namespace trainer::runner
