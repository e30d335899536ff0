// The books: every point lost, with its cause.
#pragma once

#include <vector>

#include "trainer/assessment/assessment.h"
#include "trainer/assessment/total.h"

namespace trainer::assessment {

// A judged criterion as the books see it: the effective weight, and its causes over all targets.
struct BookedCause {
  engine::scoring::Cause cause;
  std::size_t target = 0;  // index into Site::targets
};
struct BookedCriterion {
  engine::scoring::CriterionId id = engine::scoring::CriterionId::Density;
  Weighted weighted;
  std::vector<BookedCause> causes;  // shares sum to 1 when the score is below 100
};

// Lines that sum to total - 10000 exactly, worst first; gains are left at 0.
std::vector<LedgerLine> make_ledger(const Site& site, const Work& work, const std::vector<BookedCriterion>& criteria);

}  // namespace trainer::assessment
