// What a criterion says about a field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/cause_id.h"
#include "engine/scoring/field.h"
#include "engine/scoring/rubric.h"

namespace engine::scoring {

struct Metric {
  std::string key;  // JSON key
  double value = 0.0;
};

struct Fix {
  std::vector<std::uint32_t> remove;                        // dot numbers
  std::vector<Vec2> add;                                    // work plane, mm
  std::vector<std::pair<std::uint32_t, double>> set_delta;  // dot number, new delta
};

// The most dots that a cause names and that its fix adds; what is wrong with more can be seen from these.
constexpr std::size_t kMostNamed = 400;

// One reason why points were lost, with its evidence.
struct Cause {
  CauseId id = CauseId::Unknown;
  double share = 1.0;               // of this criterion's loss, the shares of a criterion sum to 1
  double size = 0.0;                // magnitude in the cause's own unit (see criterion's header)
  Vec2 at{0.0};                     // where to look, mm
  core::Mm radius{};                // of the place
  std::vector<std::uint32_t> dots;  // guilty dots, at most kMostNamed
  std::size_t count = 0;            // how many there are, when `dots` does not name them all; else 0
  [[nodiscard]] std::size_t guilty() const { return count > dots.size() ? count : dots.size(); }
  std::optional<Fix> fix;
  std::optional<std::size_t> question = {};  // of theory: which one, from 0
};

struct CriterionResult {
  CriterionId id = CriterionId::Density;
  std::optional<int> score;  // hundredths; nothing: not enough data, or cannot be informed
  std::vector<Metric> metrics;
  std::vector<Cause> causes;  // worst first; empty exactly when the score is 100 or nothing
};

// Integer that changes whenever a score could change. 12: the digest covers ids and numbers, no sentence. 13:
// an echo of a worn switch and a pressure report that stands alone make no dot and no depth.
constexpr int kScorerVersion = 14;

}  // namespace engine::scoring
