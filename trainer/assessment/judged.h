// From what the scorer says of each target to what the lesson says of the whole.
#pragma once

#include <vector>

#include "trainer/assessment/assessment.h"
#include "trainer/assessment/ledger.h"
#include "trainer/assessment/total.h"

namespace trainer::assessment {

constexpr int kFinishedPercent = 60;  // of the asked dots; below, the work is not judged
inline bool is_finished(int placed, int asked) {
  return asked > 0 && 100 * placed >= kFinishedPercent * asked;
}

// The number is right within these; from the lower one on the work is nearly done, and a total may be shown.
constexpr int kNearlyPercent = 90, kTooManyPercent = 110;
inline bool is_nearly_done(int placed, int asked) {
  return asked > 0 && 100 * placed >= kNearlyPercent * asked;
}
inline bool is_too_many(int placed, int asked) {
  return 100 * placed > kTooManyPercent * asked;
}

struct Judged {
  std::vector<CriterionScore> scores;   // in the rubric's order
  std::vector<BookedCriterion> booked;  // those that were judged
};

// `by_part`: the results of every part of the site, in the rubric's order; `theory` belongs to no part.
// `simulated`: any dot's depth is; depth and size then count a third.
Judged book(const Site& site, bool simulated,
            const std::vector<std::vector<engine::scoring::CriterionResult>>& by_part,
            const engine::scoring::CriterionResult& theory);
std::vector<Weighted> weighted(const std::vector<BookedCriterion>& booked);

}  // namespace trainer::assessment
