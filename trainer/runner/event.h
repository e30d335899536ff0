// One log for everything: the sim's events and the lesson's.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/sim/event.h"

namespace trainer::runner {

struct SittingStarted {
  std::int64_t t_us = 0;
  std::int64_t unix_s = 0;
  bool operator==(const SittingStarted&) const = default;
};
struct StepEntered {
  std::int64_t t_us = 0;
  std::int32_t step = 0;
  bool operator==(const StepEntered&) const = default;
};
struct Answered {
  std::int64_t t_us = 0;
  std::int32_t question = 0;
  std::int32_t choice = 0;
  bool operator==(const Answered&) const = default;
};
struct HairlineDrawn {
  std::int64_t t_us = 0;
  std::vector<engine::scalp::CanvasPoint> points;
  bool operator==(const HairlineDrawn&) const = default;
};
struct CueUsed {
  std::int64_t t_us = 0;
  std::string cue;
  bool operator==(const CueUsed&) const = default;
};
// The claim that the window showed: total in hundredths (nothing when not judged) and digest of the score.
struct Finished {
  std::int64_t t_us = 0;
  std::int32_t total_hundredths = -1;  // -1: no total
  std::string digest;                  // lower-case hex, may be empty
  bool operator==(const Finished&) const = default;
};

using AttemptEvent =
    std::variant<engine::sim::Event, SittingStarted, StepEntered, Answered, HairlineDrawn, CueUsed, Finished>;

std::int64_t time_us(const AttemptEvent& event);

}  // namespace trainer::runner
