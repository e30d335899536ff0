#include "engine/scoring/placement.h"

#include <algorithm>

namespace engine::scoring {

namespace {

constexpr std::size_t kMostNamed = 400;

Cause removal(std::string id, const std::vector<FieldDot>& marks) {
  Cause cause{.id = std::move(id), .size = static_cast<double>(marks.size()), .at = marks.front().at, .radius_mm = 2.0, .dots = {}, .count = marks.size(), .fix = Fix{}};
  for (const FieldDot& dot : marks) {
    cause.fix->remove.push_back(dot.number);
    if (cause.dots.size() < kMostNamed) cause.dots.push_back(dot.number);
  }
  return cause;
}

}  // namespace

CriterionResult score_placement(std::size_t dots, const Strays& strays, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Placement, .score = {}, .metrics = {}, .causes = {}};
  if (dots == 0 && strays.dots.empty() && strays.forbidden.empty()) return result;
  result.score = strays.any_forbidden ? 0 : hundredths(ramp(strays.share, ramps.placement_outside));
  result.metrics = {{"outside", strays.share}, {"forbidden", static_cast<double>(strays.forbidden.size())}};
  return result;
}

CriterionResult placement(const Field& field, const Ramps& ramps) {
  const Strays& strays = field.strays;
  CriterionResult result = score_placement(field.dots.size(), strays, ramps);
  if (!result.score || *result.score == 10000) return result;
  if (!strays.forbidden.empty()) result.causes.push_back(removal("forbidden", strays.forbidden));
  else if (!strays.any_forbidden && !strays.dots.empty()) result.causes.push_back(removal("outside", strays.dots));
  return result;
}

}  // namespace engine::scoring
