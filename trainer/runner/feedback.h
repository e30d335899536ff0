// What is true of the last dot, at once.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/units.h"
#include "trainer/runner/attempt.h"

namespace trainer::runner {

// The one thing that is said of a dot at once: the worst. Its sentences stand in trainer/words.
enum class DotCue {
  InBand,
  DepthUnknown,
  BarelyTouched,
  Light,
  Deep,
  Blowout,
  Forbidden,
  Outside,
  OnHair,
  OnOldDot,
  Doublet,
  CrowdsHair,
  CrowdsDot,
  FarFromHair,
  FarFromDot,
  BesideScar,
  ScarFull
};
constexpr int kDotCueCount = 17;

// The last closed dot: facts about what exists.
struct DotFeedback {
  std::uint32_t number = 0;
  engine::skin::DepthState depth = engine::skin::DepthState::Target;
  engine::core::Mm deposit{};
  bool measured = false;                    // by a pen's pressure; otherwise simulated from press time
  bool known = true;                        // its depth; if not, `depth` is as if it were right
  engine::core::Mm low{}, high{};           // the band on this skin
  std::optional<engine::core::Mm> nearest;  // to the nearest other dot
  bool by_hair = false;                     // that is a hair, not a dot
  bool over_old = false;                    // that is a dot of an earlier treatment session
  bool on_target = false;                   // inside a zone
  bool forbidden = false;                   // inside a no-go zone
  bool doublet = false;                     // so near to another that the two heal as one
  bool crowded = false;                     // nearer than the inner cue radius (scoring/spacing.h)
  bool far = false;                         // farther from every other than that: a gap begins
  bool beside_scar = false;                 // of punctate scars, and misses its scar
  std::size_t in_scar = 0;                  // which dot of its scar it is, from 1; 0: no punctate scar
  DotCue cue = DotCue::InBand;              // what is said of it
};
std::optional<DotFeedback> last_dot_feedback(const Attempt& attempt);

}  // namespace trainer::runner
