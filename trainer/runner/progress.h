// How far the work of the treatment session under way has come.
#pragma once

#include <cstddef>
#include <span>

#include "trainer/runner/attempt.h"

namespace trainer::runner {

struct Progress {
  int placed = 0;   // visible dots in zones
  int outside = 0;  // visible dots in no zone
  int asked = 0;
  bool nearly_done = false;  // totals may be shown (assessment/judged.h)
  std::size_t session = 0;   // the treatment session that is under way, from 0; the counts are of what it
                             // shall leave in the skin
  int kept = 0;              // of `placed`: left of earlier sessions
};
Progress progress(const Attempt& attempt);
// The treatment session that is under way, from 0, and what share of the final density it shall leave in the
// skin.
std::size_t session_now(const Attempt& attempt);
double session_share(const Attempt& attempt);
// What a dry needle has done in the treatment session under way, but for the mark of a contact in progress:
// that one grows yet.
std::span<const engine::skin::DryMark> marks_done(const Attempt& attempt);

}  // namespace trainer::runner
