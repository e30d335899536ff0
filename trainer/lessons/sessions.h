// Treatment sessions of a lesson: its needle work, cut where the skin heals in between.
#pragma once

#include <cstdint>
#include <vector>

#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

struct TreatmentSession {
  double share = 1.0;            // of the final density that shall be in the skin when it ends
  std::size_t first_step = 0;    // of the lesson: its first needle work
  std::int32_t days_before = 0;  // of healing before it; 0 for the first, unless it was needled before
  int visit = 1;                 // of the client, from 1: visits for dry needling alone are no session
};

// At least one, in order; the last ends the lesson's work.
std::vector<TreatmentSession> treatment_sessions(const Lesson& lesson);

}  // namespace trainer::lessons
