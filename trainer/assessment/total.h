// What a total is made of, in integer hundredths.
#pragma once

#include <span>
#include <vector>

#include "engine/scoring/total.h"

namespace trainer::assessment {

using engine::scoring::Weighted;

// Splits `sum` into integers proportional to `parts` (each >= 0) that add up to `sum` exactly, by
// largest remainder; ties go to the earlier part. All parts zero: everything to the first.
std::vector<int> apportion(int sum, std::span<const double> parts);

}  // namespace trainer::assessment
