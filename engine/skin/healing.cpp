#include "engine/skin/healing.h"

#include <algorithm>

#include "engine/core/exact_math.h"

namespace engine::skin {

namespace {

constexpr double kHealedDays = 28.0, kDaysPerYear = 365.25, kRednessDays = 5.0;

double mix(double a, double b, double t) { return a + (b - a) * std::clamp(t, 0.0, 1.0); }

// Share of pigment that stays once the skin has shed.
double kept(double d, const HealingModel& m) {
  if (d < 0.08) return m.kept_epidermal;
  if (d < 0.38) return mix(m.kept_shallow_low, m.kept_shallow_high, (d - 0.08) / 0.30);
  return mix(m.kept_shallow_high, m.kept_target, (d - 0.38) / 0.06);
}

double growth(double d, const HealingModel& m) {
  if (d <= 0.72) return m.growth_target;
  return d <= 0.95 ? m.growth_deep : m.growth_blowout;
}

}  // namespace

Appearance appearance(const Dot& dot, double days, const HealingModel& m) {
  const double d = delta(dot), years = days / kDaysPerYear;
  const double healed = std::clamp(days / kHealedDays, 0.0, 1.0);
  Appearance a;
  a.diameter_mm = dot.diameter_um / 1000.0 * mix(m.fresh_diameter, 1.0, healed) * (1.0 + growth(d, m) * years);
  const double darkness = mix(m.fresh_darkness, kept(d, m), healed);
  a.density = dot.pigment_permille / 1000.0 * darkness * core::exact::exp(-m.fade_per_year * years);
  a.blur_mm = 0.02 + 0.11 * d * dot.thickness_um / 1000.0 * 0.5 + 0.25 * std::max(0.0, d - 0.72);
  a.blue = std::clamp(std::max(0.0, d - 0.60) * (1.2 + m.blue_per_year * years), 0.0, 1.0);
  a.redness = std::max(0.0, 1.0 - days / kRednessDays);
  return a;
}

}  // namespace engine::skin
