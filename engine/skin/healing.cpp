#include "engine/skin/healing.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/skin/healed.h"

namespace engine::skin {

namespace {

constexpr double kRednessDays = 5.0;
constexpr double kSwollen = 1.35;  // x the area, of skin just worked: its ink lies less thick (judgement)
constexpr double kScabFallsFirst = 4.0, kScabFallsLast = 10.0;  // docs/domain.md 6
constexpr double kBleedsFrom = 0.80, kBleedsFully = 1.05;  // delta, deep in the dermis (docs/domain.md 1.2)

constexpr double kIn = kInSkin / 1000.0, kLow = kBandStart / 1000.0, kHigh = kBandEnd / 1000.0,
                 kThrough = kThroughSkin / 1000.0;
// A dot settles over this much: from hardly in to the band, and from its edge to well inside it.
constexpr double kShallowRamp = 0.30, kTargetRamp = 0.06, kDeepRamp = 0.12;

double mix(double a, double b, double t) {
  return a + (b - a) * std::clamp(t, 0.0, 1.0);
}

// Share of pigment that stays once the skin has shed.
double kept(double d, const HealingModel& m) {
  if (d < kIn) return m.kept_epidermal;
  if (d < kLow) return mix(m.kept_shallow_low, m.kept_shallow_high, (d - kIn) / kShallowRamp);
  return mix(m.kept_shallow_high, m.kept_target, (d - kLow) / kTargetRamp);
}

double growth(double d, const HealingModel& m) {
  const double depth = d <= kHigh ? m.growth_target : d <= kThrough ? m.growth_deep : m.growth_blowout;
  return depth + m.growth_oily;
}

// Of what the years take, the part that they take at that depth.
double held(double d, const HealingModel& m) {
  return mix(1.0, m.fade_deep, (d - kHigh) / kDeepRamp);
}

double fade_per_year(double d, const HealingModel& m) {
  return m.fade_per_year * mix(m.fade_shallow, 1.0, (d - kIn) / kShallowRamp) * held(d, m);
}

std::uint64_t place_of(const Dot& dot) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(dot.at.u_um)) << 32U) |
         static_cast<std::uint32_t>(dot.at.v_um);
}

double tint(const Dot& dot, const HealingModel& m) {
  return dot.undertone == scalp::Undertone::Cool   ? m.blue_cool
         : dot.undertone == scalp::Undertone::Warm ? m.blue_warm
                                                   : 0.0;
}

double scab(const Dot& dot, double days) {
  const double falls =
      mix(kScabFallsFirst, kScabFallsLast, core::draw_unit(place_of(dot), "skin/scab", dot.number));
  return days >= falls ? 0.0 : std::clamp(days - 0.5, 0.0, 1.0);
}

double sun_fade(scalp::Sun sun, const HealingTable& table) {
  switch (sun) {
    case scalp::Sun::Protected:
      return table.fades_protected;
    case scalp::Sun::Indoors:
      return table.fades_indoors;
    case scalp::Sun::Mixed:
      return table.fades_mixed;
    case scalp::Sun::Outdoors:
      return table.fades_outdoors;
  }
  return table.fades_mixed;
}

}  // namespace

Appearance appearance(const Dot& dot, double days, const HealingModel& m) {
  const double d = delta(dot), years = days / kDaysPerYear;
  const double healed = std::clamp(days / kHealedDays, 0.0, 1.0);
  Appearance a;
  const double grown = 1.0 + growth(d, m) * years;
  a.diameter = core::Mm{dot.diameter_um / 1000.0 * mix(m.fresh_diameter, 1.0, healed) * grown};
  a.spread =
      mix(kSwollen, 1.0, healed) * grown * grown * core::exact::exp(m.carried_per_year * held(d, m) * years);
  const double darkness = mix(m.fresh_darkness * mix(m.fed_shallow, 1.0, (d - kIn) / kShallowRamp),
                              kept(d, m) * m.keeps * dot.skin_kept / 1000.0, healed);
  a.density = dot.pigment_permille / 1000.0 * darkness * core::exact::exp(-fade_per_year(d, m) * years);
  a.blur = core::Mm{0.04 + 0.11 * d * dot.thickness_um / 1000.0 * 0.5 + 0.25 * std::max(0.0, d - kHigh)};
  a.blue = std::clamp(std::max(0.0, d - 0.60) * (1.2 + m.blue_per_year * years) + tint(dot, m), 0.0, 1.0);
  a.redness = std::max(0.0, 1.0 - days / kRednessDays);
  a.blood =
      std::clamp((d - kBleedsFrom) / (kBleedsFully - kBleedsFrom), 0.0, 1.0) * std::max(0.0, 1.0 - days);
  a.scab = scab(dot, days);
  return a;
}

HealingModel healing_of(const scalp::Client& described, const HealingTable& table) {
  const scalp::Client client = scalp::person_of(described);
  HealingModel m = table.usual;
  m.fade_per_year = sun_fade(client.sun, table) * (client.smoker ? table.smoker_fades : 1.0) *
                    mix(table.fair_fades, table.dark_fades, (client.skin_type - 1) / 5.0);
  m.growth_oily = client.skin == scalp::SkinKind::Oily ? table.oily_growth : 0.0;
  if (client.skin == scalp::SkinKind::Dry) m.keeps = table.dry_keeps;
  if (client.skin == scalp::SkinKind::Oily) {
    m.keeps = table.oily_keeps;
    m.fade_per_year *= table.oily_fades;
    m.spread_permille = table.oily_spread;
  }
  if (client.aftercare == scalp::Aftercare::Careless) m.sheds_more = table.careless_sheds;
  return m;
}

double staying_share(double d, const HealingModel& m) {
  double stays = m.stay_deep;
  if (d < kIn)
    stays = m.stay_epidermal;
  else if (d < kLow)
    stays = mix(m.stay_shallow_low, m.stay_shallow_high, (d - kIn) / kShallowRamp);
  else if (d <= kHigh)
    stays = mix(m.stay_shallow_high, m.stay_target, (d - kLow) / kTargetRamp);
  return std::max(0.0, stays - m.sheds_more);
}

bool survives(const Dot& dot, double days, const HealingModel& m) {
  if (days < m.shed_days) return true;
  if (core::draw_unit(place_of(dot), "skin/shed", dot.number) >= staying_share(delta(dot), m)) return false;
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
  return core::fail("expected fresh, or a number with d, w or y up to 10y (4w, 3y); found '" +
                    std::string(text) + "'");
}

}  // namespace engine::skin
