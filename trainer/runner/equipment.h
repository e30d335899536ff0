// Whether what lies in the hand fits the work, told at once and with its numbers (sentences: trainer/words).
// Points are lost elsewhere, if at all: by the dots that it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
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
constexpr int kToolFaultCount = 9;

struct ToolNotice {
  ToolFault fault = ToolFault::SetTooShort;
  bool costs = false;  // points, when one works on like this
  // The numbers that tell it, each where its fault needs it.
  engine::core::Mm set_out{}, reach{}, asked{}, needed{}, stroke{};
  engine::core::Hertz rate{};
  double volts = 0.0;
  double mixed = 0.0, asked_mix = 0.0;  // parts of water to one of pigment
  bool low = false;                     // below what is usual, or a needle whose dots heal too small
  engine::skin::Needle needle;          // in the hand
  std::string right_needle;             // the first that the zone asks for
  bool warm_skin = false;               // and a cool grey; else the other way round
};

// `at`: where the needle is about to work, if that is known; else all zones are looked at. Worst first.
std::vector<ToolNotice> tool_notices(const Attempt& attempt,
                                     std::optional<engine::scalp::CanvasPoint> at = {});

// The worst one that explains the last dot's fault, or that a change of the equipment since the last dot has
// brought.
std::optional<ToolNotice> tool_notice_now(const Attempt& attempt);

}  // namespace trainer::runner
