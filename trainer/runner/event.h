// One log for everything: the sim's events and the lesson's.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/moment.h"
#include "engine/sim/event.h"

namespace trainer::runner {

struct SittingStarted {
  engine::core::AttemptTime t_us{};
  engine::core::WallTime unix_s{};
  bool operator==(const SittingStarted&) const = default;
};
struct StepEntered {
  engine::core::AttemptTime t_us{};
  std::int32_t step = 0;
  bool operator==(const StepEntered&) const = default;
};
struct Answered {
  engine::core::AttemptTime t_us{};
  std::int32_t question = 0;
  std::int32_t choice = 0;
  bool operator==(const Answered&) const = default;
};
struct HairlineDrawn {
  engine::core::AttemptTime t_us{};
  std::vector<engine::scalp::CanvasPoint> points;
  bool operator==(const HairlineDrawn&) const = default;
};
struct CueUsed {
  engine::core::AttemptTime t_us{};
  std::string cue;
  bool operator==(const CueUsed&) const = default;
};
// The claim that the window showed: total in hundredths (nothing when not judged) and digest of the score.
struct Finished {
  engine::core::AttemptTime t_us{};
  std::int32_t total_hundredths = -1;  // -1: no total
  std::string digest;                  // lower-case hex, may be empty
  bool operator==(const Finished&) const = default;
};

using AttemptEvent =
    std::variant<engine::sim::Event, SittingStarted, StepEntered, Answered, HairlineDrawn, CueUsed, Finished>;

engine::core::AttemptTime time_us(const AttemptEvent& event);

}  // namespace trainer::runner
