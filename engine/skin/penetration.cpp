#include "engine/skin/penetration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/skin/dot.h"
#include "engine/skin/press_time.h"

namespace engine::skin {

namespace {

struct Knot {
  std::int64_t x;
  std::int64_t y;
};

constexpr std::array kPressTime = {Knot{0, 0},
                                   Knot{30'000, kInSkin},
                                   Knot{kToBandStart.us, kBandStart},
                                   Knot{kToBandMiddle.us, kBandMiddle},
                                   Knot{kToBandEnd.us, kBandEnd},
                                   Knot{kToThrough.us, kThroughSkin},
                                   Knot{800'000, kDeepest}};
// Growth of the healed dot in permille over delta in permille (docs/domain.md 1.2).
constexpr std::array kGrowth = {
    Knot{0, 700},         Knot{kInSkin, 750},       Knot{kBandStart, 920}, Knot{kBandMiddle, 1000},
    Knot{kBandEnd, 1150}, Knot{kThroughSkin, 1800}, Knot{kDeepest, 3200}};

constexpr double kReferencePressure = 0.45;
constexpr double kReferenceDelta = kBandMiddle;
constexpr std::int32_t kReferenceGamma = 800;  // the two above hold for this curve

std::int64_t piecewise(std::span<const Knot> knots, std::int64_t x) {
  if (x <= knots.front().x) return knots.front().y;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Knot a = knots[i - 1], b = knots[i];
    if (x <= b.x) return a.y + ((b.y - a.y) * (x - a.x) + (b.x - a.x) / 2) / (b.x - a.x);
  }
  return knots.back().y;
}

std::int32_t rounded(double x) {
  return static_cast<std::int32_t>(std::floor(x + 0.5));
}

double sine(std::int16_t angle_ddeg) {
  return core::exact::sin(core::radians_from_degrees(angle_ddeg / 10.0).value);
}

std::int32_t clipped(std::int64_t delta) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(delta, 0, kDeepest));
}

std::int64_t in_this_skin(std::int64_t delta, const Press& press) {
  return (delta * press.skin_permille + 500) / 1000;
}

// Slack skin dents: a quarter of the depth is lost without stretch (judgement).
double stretch_factor(std::int32_t stretch_permille) {
  return 0.75 + 0.25 * stretch_permille / 1000.0;
}
std::int64_t stretched(std::int64_t delta, std::int32_t stretch_permille) {
  return (delta * (3000 + stretch_permille) + 2000) / 4000;
}

}  // namespace

std::int32_t delta_from_pressure(const Press& press) {
  if (press.pressure <= press.minimum_pressure) return 0;
  const int full = std::max(press.maximum_pressure - press.minimum_pressure, 1);
  double share = std::min(1.0, static_cast<double>(press.pressure - press.minimum_pressure) / full);
  if (press.gamma_permille != kReferenceGamma)
    share = core::exact::pow(share, static_cast<double>(press.gamma_permille) / kReferenceGamma);
  const double depth =
      kReferenceDelta * core::exact::pow(share / kReferencePressure, kReferenceGamma / 1000.0);
  return clipped(
      in_this_skin(rounded(depth * stretch_factor(press.stretch_permille) * sine(press.angle_ddeg)), press) +
      press.offset_permille);
}

std::int32_t gamma_for_centre(std::int32_t share_permille) {
  const double share = std::clamp(share_permille, 1, 999) / 1000.0;
  return std::clamp(rounded(kReferenceGamma * core::exact::log(kReferencePressure) / core::exact::log(share)),
                    kLeastGamma, kMostGamma);
}

std::int32_t delta_from_press_time(const Press& press) {
  const std::int64_t scaled = press.dwell_us.us * 1000 / std::max(1, press.press_time_permille);
  return clipped(in_this_skin(stretched(piecewise(kPressTime, scaled), press.stretch_permille), press) +
                 press.offset_permille);
}

std::uint16_t pressure_for_delta(std::int32_t delta_permille, Press press) {
  std::uint16_t low = 0, high = 8192;  // depth rises with pressure: bisect
  while (low < high) {
    press.pressure = static_cast<std::uint16_t>((low + high) / 2);
    if (delta_from_pressure(press) < delta_permille)
      low = static_cast<std::uint16_t>(press.pressure + 1);
    else
      high = press.pressure;
  }
  return low;
}

std::int32_t healed_diameter_um(const Needle& needle, std::int32_t delta_permille, std::int16_t angle_ddeg,
                                std::int32_t smear_um, const NeedleTable& needles) {
  const std::int64_t growth = piecewise(kGrowth, delta_permille);
  const std::int64_t round_dot =
      std::int64_t{needle.diameter_um} * growth / 1000 * needle_spread_permille(needle, needles) / 1000;
  const double elongation = 1.0 / std::max(0.5, sine(angle_ddeg));
  return rounded(static_cast<double>(round_dot) * std::sqrt(elongation)) + smear_um / 2;
}

std::int32_t pigment_load_permille(const Machine& machine, std::int64_t strikes, const NeedleTable& needles) {
  const std::int64_t strength = std::int64_t{15'000} * 1000 / (1000 + machine.dilution_milli);
  // a hand tool feeds in one push
  const std::int64_t fed = machine.rate_mhz == 0 ? 1000 : 1250 * strikes / (strikes + 4);
  const std::int64_t brought =
      std::int64_t{needle_load_permille(machine.needle, needles)} * machine_load_permille(machine) / 1000;
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(strength * fed / 1000 * brought / 1000, 50, 4000));
}

}  // namespace engine::skin
