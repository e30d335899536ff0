#include "engine/scoring/rubric.h"

#include <algorithm>
#include <cmath>

namespace engine::scoring {

namespace {

constexpr std::array<std::string_view, kCriterionCount> kNames = {
    "density", "evenness", "clumps", "gaps",      "naturalness", "feathering", "hairline", "depth",
    "size",    "shade",    "angle",  "placement", "pace",        "blending",   "theory"};

constexpr std::array<std::string_view, kCriticalCount> kCriticalNames = {
    "blowout", "outside_zone", "below_hairline", "no_go", "wrong_answers", "needled"};

}  // namespace

std::string_view name(CriticalId id) {
  return kCriticalNames[static_cast<std::size_t>(id)];
}

std::string_view name(CriterionId id) {
  return kNames[static_cast<std::size_t>(id)];
}

std::optional<CriterionId> criterion_from_name(std::string_view text) {
  const auto found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<CriterionId>(found - kNames.begin());
}

double ramp(double x, Ramp r) {
  if (r.good == r.bad) return (r.good >= r.bad ? x >= r.good : x <= r.good) ? 100.0 : 0.0;
  return 100.0 * std::clamp((x - r.bad) / (r.good - r.bad), 0.0, 1.0);
}

int hundredths(double points) {
  return static_cast<int>(std::floor(std::clamp(points, 0.0, 100.0) * 100.0 + 0.5));
}

Rubric pad_pattern_rubric() {
  Rubric rubric;
  rubric.criteria = {{CriterionId::Density, 20, {}},
                     {CriterionId::Evenness, 20, {}},
                     {CriterionId::Clumps, 25, {}},
                     {CriterionId::Gaps, 10, {}},
                     {CriterionId::Naturalness, 25, {}}};
  return rubric;
}

}  // namespace engine::scoring
