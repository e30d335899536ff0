// Criteria that no total can buy back.
#pragma once

#include <vector>

#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

std::vector<CriticalResult> judge_criticals(const Site& site, const Work& work);

}  // namespace trainer::assessment
