#include "engine/skin/healing.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "engine/core/draw.h"
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

double staying_share(double d, const HealingModel& m) {
  if (d < 0.08) return m.stay_epidermal;
  if (d < 0.38) return mix(m.stay_shallow_low, m.stay_shallow_high, (d - 0.08) / 0.30);
  if (d <= 0.72) return mix(m.stay_shallow_high, m.stay_target, (d - 0.38) / 0.06);
  return m.stay_deep;
}

bool survives(const Dot& dot, double days, const HealingModel& m) {
  if (days < m.shed_days) return true;
  const auto place = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(dot.at.u_um)) << 32U) | static_cast<std::uint32_t>(dot.at.v_um);
  if (core::draw_unit(place, "skin/shed", dot.number) >= staying_share(delta(dot), m)) return false;
  const double pigment = dot.pigment_permille / 1000.0;
  return pigment > 0.0 && appearance(dot, days, m).density >= m.seen_from * pigment;
}

core::Result<double> parse_age(std::string_view text) {
  constexpr double kOldest = 10.0 * kDaysPerYear;
  if (text == "fresh") return 0.0;
  double count = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const double days = unit == "d" ? 1.0 : unit == "w" ? 7.0 : unit == "y" ? kDaysPerYear : -1.0;
  if (error == std::errc{} && days > 0.0 && count >= 0.0 && count * days <= kOldest) return count * days;
  return core::fail("expected fresh, or a number with d, w or y up to 10y (4w, 3y); found '" + std::string(text) + "'");
}

}  // namespace engine::skin
