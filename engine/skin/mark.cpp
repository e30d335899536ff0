#include "engine/skin/mark.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"

namespace engine::skin {

namespace {

// Optical density at the centre of a dot in band with undiluted load (art-directed).
constexpr double kDotDensity = 4.85;
const Rgb kPigment{1.0, 1.12, 1.26};     // carbon; through the veil over the band it ends grey
const Rgb kVeilPerMm{0.12, 0.42, 0.78};  // tissue above scatters blue back before it is absorbed
const Rgb kVeilOfAge{0.0, 0.32, 1.0};    // the same, of old deep work

// Optical densities at the centre, and sizes (art-directed): blood drinks green and blue; a scab is brown,
// larger and darker than its dot (docs/domain.md 6).
const Rgb kBlood{0.25, 2.6, 2.2}, kScab{1.4, 1.75, 2.0};
constexpr double kBloodMm = 0.55, kScabPerDot = 1.57;

// Something on the skin, not under it.
Spot stain(const Rgb& colour, double amount, double diameter_mm) {
  return {.sigma = core::Mm{kSigmaPerDiameter * diameter_mm}, .density = colour * amount, .on_skin = true};
}

// Of the density that a load gives: grains of thick pigment lie in each other's shadow (the sieve effect), so
// beyond the usual dilution it darkens ever less (direction: physics; exponent: judgement).
double not_shaded(double load) {
  constexpr double kExponent = 0.25;
  return load > 1.0 ? core::exact::pow(load, kExponent) / load : 1.0;
}

}  // namespace

Rgb exp_of(const Rgb& x) {
  return {core::exact::exp(x.r), core::exact::exp(x.g), core::exact::exp(x.b)};
}

Spot spot_of(const Mark& mark) {
  const double s0 = kSigmaPerDiameter * mark.diameter.value;
  const double sigma = std::sqrt(s0 * s0 + mark.blur.value * mark.blur.value);
  const double spread = s0 * s0 / (sigma * sigma);
  const double along = std::max(mark.slant, 1.0 + mark.smear.value / (2.0 * sigma));
  const Rgb veil = exp_of(-kVeilPerMm * mark.depth.value - kVeilOfAge * mark.blue);
  return {.sigma = core::Mm{sigma},
          .elongation = along,
          .density = kPigment * veil * (kDotDensity * mark.density * spread / along),
          .erythema = mark.erythema};
}

std::vector<Spot> spots_of(const Dot& dot, double days, const HealingModel& healing, bool latex) {
  if (dot.withdrawn || !survives(dot, days, healing)) return {};
  const Appearance look = appearance(dot, days, healing);
  // Below the dermis the pigment spreads, so the centre pales although none is lost.
  const double wider = healing.spread_permille / 1000.0;  // oily skin: the same pigment over a larger dot
  const double spread =
      wider * wider * look.spread * (1.0 + 4.0 * std::max(0.0, delta(dot) - kBandEnd / 1000.0));
  const double density = look.density * not_shaded(dot.pigment_permille / 1000.0);
  const double upright = core::exact::sin(core::radians_from_degrees(dot.angle_ddeg / 10.0).value);
  std::vector<Spot> spots{spot_of({.diameter = look.diameter,
                                   .density = density * (latex ? 1.0 : 1.0 - look.scab) / spread,
                                   .blur = look.blur,
                                   .depth = core::Mm{dot.deposit_depth_um / 1000.0},
                                   .blue = look.blue,
                                   .smear = core::Mm{dot.smear_um / 1000.0},
                                   .slant = 1.0 / std::max(0.5, upright),
                                   .erythema = latex ? 0.0 : look.redness})};
  if (latex) return spots;
  if (look.blood > 0.0) spots.push_back(stain(kBlood, look.blood, kBloodMm));
  if (look.scab > 0.0) spots.push_back(stain(kScab, look.scab, kScabPerDot * look.diameter.value));
  return spots;
}

}  // namespace engine::skin
