#include "engine/scoring/placement.h"

#include <algorithm>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/grid.h"

namespace engine::scoring {

namespace {

Cause removal(CauseId id, const std::vector<FieldDot>& marks) {
  Cause cause{.id = id,
              .size = static_cast<double>(marks.size()),
              .at = marks.front().at,
              .radius = core::Mm{2.0},
              .dots = {},
              .count = marks.size(),
              .fix = Fix{}};
  for (const FieldDot& dot : marks) {
    cause.fix->remove.push_back(dot.number);
    if (cause.dots.size() < kMostNamed) cause.dots.push_back(dot.number);
  }
  return cause;
}

std::vector<FieldDot> dots_on_hair(const Field& field) {
  const geometry::Grid hairs(field.hair, 1.0);
  std::vector<FieldDot> found;
  for (const FieldDot& dot : field.dots)
    if (hairs.any_within(dot.at, kOnHair.value)) found.push_back(dot);
  return found;
}

// Of what random placing would give; nothing where it cannot be told.
std::optional<double> against_chance(const OnHairMeasure& m) {
  if (m.dots < kLeastOnHair || !(m.by_chance > 0.0)) return std::nullopt;
  return static_cast<double>(m.on_hair) / static_cast<double>(m.dots) / m.by_chance;
}

}  // namespace

double on_hair_by_chance(const Field& field) {
  return 1.0 - core::exact::exp(-core::kPi * kOnHair.value * kOnHair.value * hair_per_mm2(field));
}

OnHairMeasure measure_on_hair(const Field& field) {
  return {.dots = field.dots.size(),
          .on_hair = field.hair.empty() ? 0 : dots_on_hair(field).size(),
          .by_chance = on_hair_by_chance(field)};
}

CriterionResult score_placement(const OnHairMeasure& hair, const Strays& strays, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Placement, .score = {}, .metrics = {}, .causes = {}};
  if (hair.dots == 0 && strays.dots.empty() && strays.forbidden.empty()) return result;
  const auto on_hair = against_chance(hair);
  const double beside = ramp(strays.share, ramps.placement_outside),
               between = on_hair ? ramp(*on_hair, ramps.placement_on_hair) : 100.0;
  result.score = strays.any_forbidden ? 0 : hundredths(std::min(beside, between));
  result.metrics = {{"outside", strays.share}, {"forbidden", static_cast<double>(strays.forbidden.size())}};
  if (on_hair) result.metrics.push_back({"on_hair", *on_hair});
  return result;
}

std::vector<Cause> stray_causes(const Strays& strays) {
  if (!strays.forbidden.empty()) return {removal(CauseId::Forbidden, strays.forbidden)};
  if (strays.any_forbidden || strays.dots.empty()) return {};  // told with the zone that they lie beside
  return {removal(CauseId::Outside, strays.dots)};
}

CriterionResult placement(const Field& field, const Ramps& ramps) {
  const OnHairMeasure hair = measure_on_hair(field);
  CriterionResult result = score_placement(hair, field.strays, ramps);
  if (!result.score || *result.score == 10000) return result;
  const auto on_hair = against_chance(hair);
  const bool hit =
      on_hair && ramp(*on_hair, ramps.placement_on_hair) < ramp(field.strays.share, ramps.placement_outside);
  if (hit && !field.strays.any_forbidden)
    result.causes = {removal(CauseId::OnHair, dots_on_hair(field))};
  else
    result.causes = stray_causes(field.strays);
  return result;
}

}  // namespace engine::scoring
