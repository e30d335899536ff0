// Scores become a total, in integer hundredths: for a lesson and for points that are analysed alike.
#pragma once

#include <optional>
#include <span>

namespace engine::scoring {

struct Weighted {
  int score = 0;   // hundredths, 0..10000
  int weight = 0;  // effective, > 0
};

// How the total hangs on the weighted mean of all criteria and on the lowest of them (docs/scoring.md 3; the
// shares: rubric.h). kMeanShare x weighted mean + kLowestShare x lowest, rounded half up; nothing for an
// empty span. Lies between the lowest score and the mean.
std::optional<int> total(std::span<const Weighted> scores);
int mean(std::span<const Weighted> scores);    // rounded half up; needs at least one
int lowest(std::span<const Weighted> scores);  // needs at least one

// What a score takes from the total, hundredths, not rounded: through the mean, and what the lowest takes
// besides. Together they are 10000 less the total, but for its rounding.
double lost_by_mean(std::span<const Weighted> scores, const Weighted& of);
double lost_by_lowest(std::span<const Weighted> scores);  // needs at least one

}  // namespace engine::scoring
