// When work counts as healed.
#pragma once

namespace engine::skin {

// The skin has settled: what a dot is judged and shown by from then on (docs/domain.md 6).
constexpr double kHealedDays = 28.0;
constexpr double kDaysPerYear = 365.25;

}  // namespace engine::skin
