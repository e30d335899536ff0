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

// Of a name in a list, the value of its place.
template <class Id, std::size_t N>
std::optional<Id> placed(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Id>(found - names.begin()));
}

}  // namespace

std::string_view name(CriticalId id) {
  return kCriticalNames[static_cast<std::size_t>(id)];
}

std::string_view name(CriterionId id) {
  return kNames[static_cast<std::size_t>(id)];
}

std::optional<CriterionId> criterion_from_name(std::string_view text) {
  return placed<CriterionId>(kNames, text);
}

std::optional<CriticalId> critical_from_name(std::string_view text) {
  return placed<CriticalId>(kCriticalNames, text);
}

// What is looked at dot by dot needs one; a pattern needs neighbours; a drawn line and places need none.
std::size_t least_dots(CriterionId id) {
  switch (id) {
    case CriterionId::Depth:
    case CriterionId::Size:
    case CriterionId::Angle:
    case CriterionId::Shade:
      return 1;
    case CriterionId::Clumps:
    case CriterionId::Blending:
    case CriterionId::Density:
      return 15;
    case CriterionId::Evenness:
    case CriterionId::Gaps:
    case CriterionId::Pace:
      return 30;
    case CriterionId::Feathering:
    case CriterionId::Naturalness:
      return 60;
    case CriterionId::Hairline:
    case CriterionId::Placement:
    case CriterionId::Theory:
      return 0;
  }
  return 0;
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
