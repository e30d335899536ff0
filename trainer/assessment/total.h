// The total and its books, in integer hundredths.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace trainer::assessment {

struct Weighted {
  int score = 0;   // hundredths, 0..10000
  int weight = 0;  // effective, > 0
};

// How the total hangs on the weighted mean of all criteria and on the lowest of them (docs/scoring.md): the
// owner of both is engine/scoring/rubric.h. kMeanShare x weighted mean + kLowestShare x lowest, rounded half
// up; nothing for an empty span. Lies between the lowest score and the mean.
std::optional<int> total(std::span<const Weighted> scores);
int mean(std::span<const Weighted> scores);    // rounded half up; needs at least one
int lowest(std::span<const Weighted> scores);  // needs at least one

// Splits `sum` into integers proportional to `parts` (each >= 0) that add up to `sum` exactly, by
// largest remainder; ties go to the earlier part. All parts zero: everything to the first.
std::vector<int> apportion(int sum, std::span<const double> parts);

}  // namespace trainer::assessment
