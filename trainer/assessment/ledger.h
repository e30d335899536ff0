// The books: every point lost, with its cause.
#pragma once

#include <vector>

#include "trainer/assessment/assessment.h"
#include "trainer/assessment/total.h"

namespace trainer::assessment {

// A judged criterion as the books see it: the effective weight, and its causes over all targets.
struct BookedCause {
  engine::scoring::Cause cause;
  std::size_t part = 0;  // index into Site::parts
};
struct BookedCriterion {
  engine::scoring::CriterionId id = engine::scoring::CriterionId::Density;
  Weighted weighted;
  std::vector<BookedCause> causes;  // shares sum to 1 when the score is below 100
};

// Lines that sum to total - 10000 exactly, worst first; gains are left at 0.
std::vector<LedgerLine> make_ledger(const Site& site, const Work& work,
                                    const std::vector<BookedCriterion>& criteria);

// Lines without points: broken critical criteria, and, for work that has no total, the causes worst first
// (but not those that only say that it is not finished).
std::vector<LedgerLine> make_remarks(const Site& site, const Work& work,
                                     const std::vector<CriticalResult>& critical,
                                     const std::vector<BookedCriterion>& unfinished);

}  // namespace trainer::assessment
