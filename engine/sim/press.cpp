#include "engine/sim/press.h"

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/skin/press_time.h"

namespace engine::sim {

using scalp::CanvasPoint;
using skin::DepthSource;
using skin::Dot;

namespace {

constexpr core::Span kLongestPressUs{2'000'000};

std::int32_t share_of(std::int64_t value, std::int32_t permille) {
  return static_cast<std::int32_t>((value * permille + 500) / 1000);
}

// Needle to skin from the two tilts, both measured from what counts as upright: 0.1 degrees.
std::int16_t angle_of(const Tilt& tilt, const Tilt& upright) {
  const auto tangent = [](int ddeg) {
    return core::exact::tan(core::radians_from_degrees(std::clamp(ddeg, -890, 890) / 10.0).value);
  };
  const double x = tangent(tilt.x_ddeg - upright.x_ddeg), y = tangent(tilt.y_ddeg - upright.y_ddeg);
  const double from_upright = core::degrees(core::Radians{core::exact::atan(std::sqrt(x * x + y * y))});
  return static_cast<std::int16_t>(900 - static_cast<int>(std::floor(from_upright * 10.0 + 0.5)));
}

std::int32_t bounce(std::int32_t stretch_permille, CanvasPoint at, std::uint32_t number) {
  const auto place = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(at.u_um)) << 32U) |
                     static_cast<std::uint32_t>(at.v_um);
  const auto share = static_cast<std::int32_t>(core::draw_below(place, "skin/bounce", number, 2001)) - 1000;
  return skin::bounce_permille(stretch_permille, share);
}

// No deeper than the needle hangs out, whatever the push.
std::int32_t within_reach(std::int32_t delta_permille, std::int32_t reach_um, std::int32_t thickness_um) {
  if (thickness_um <= 0) return delta_permille;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(delta_permille, std::int64_t{reach_um} * 1000 / thickness_um));
}

}  // namespace

SkinHere skin_here(const State& state, CanvasPoint at, const scalp::SurfacePoint& place) {
  const skin::Response response = response_at(state, place.tissue, at, place.position);
  const auto healthy_um = static_cast<std::int64_t>(std::floor(place.skin_thickness.value * 1000.0 + 0.5));
  return {share_of(healthy_um, response.thickness), response};
}

skin::Press press_of(const Calibrated& calibration) {
  return {.minimum_pressure = calibration.minimum_pressure,
          .maximum_pressure = calibration.maximum_pressure,
          .gamma_permille = calibration.curve_gamma_permille,
          .press_time_permille = calibration.press_time_permille,
          .offset_permille = calibration.depth_offset_permille};
}

skin::Press press_of(const Calibrated& calibration, const Dot& dot) {
  skin::Press press = press_of(calibration);
  press.pressure = dot.pressure;
  press.dwell_us = dot.dwell_us;
  press.angle_ddeg = dot.angle_ddeg;
  press.stretch_permille = dot.stretch_permille;
  press.skin_permille = dot.skin_depth;
  return press;
}

std::int32_t delta_of(const Calibrated& calibration, const Dot& dot) {
  const skin::Press press = press_of(calibration, dot);
  const std::int32_t pushed = dot.depth_source == DepthSource::Measured ? skin::delta_from_pressure(press)
                                                                        : skin::delta_from_press_time(press);
  return within_reach(pushed, dot.reach_um, dot.thickness_um);
}

Dot touched(const State& state, const NeedleSample& strike, const scalp::SurfacePoint& place) {
  const SkinHere here = skin_here(state, strike.at, place);
  const skin::Machine& machine = state.machine;
  Dot dot;
  dot.number = static_cast<std::uint32_t>(state.dots.size());
  dot.t_us = strike.t_us;
  dot.at = strike.at;
  dot.pressure = strike.pressure.value_or(0);
  dot.thickness_um = here.thickness_um;
  dot.skin_depth =
      machine.dry ? here.response.depth
                  : share_of(here.response.depth, bounce(machine.stretch_permille, strike.at, dot.number));
  dot.needle = machine.needle;
  dot.stretch_permille = machine.stretch_permille;
  dot.reach_um = skin::reach_um(machine);
  dot.undertone = skin::undertone_of(machine.pigment, state.pigments);
  dot.smear_um = skin::slack_drag_um(machine.stretch_permille);
  dot.skin_spread = share_of(here.response.spread, state.healing.spread_permille);
  dot.skin_kept = here.response.kept;
  dot.angle_measured = strike.tilt.has_value();
  if (strike.tilt) dot.angle_ddeg = angle_of(*strike.tilt, state.calibration.upright);
  dot.treatment_session = state.treatment_session;
  dot.dilution_milli = machine.dilution_milli;
  dot.depth_source = strike.pressure              ? DepthSource::Measured
                     : state.device.timed_presses ? DepthSource::Simulated
                                                  : DepthSource::Unknown;
  return dot;
}

std::int32_t press_for(const Calibrated& calibration, core::Span dwell_us, Dot& dot) {
  constexpr core::Span kLongestDwellUs{86'400'000'000 / 64};
  dot.dwell_us = std::min(dwell_us, kLongestDwellUs);
  const std::int32_t delta = delta_of(calibration, dot);
  dot.deposit_depth_um = share_of(delta, dot.thickness_um);
  return delta;
}

scalp::SurfacePoint usual_skin() {
  return {.position = {}, .normal = {}, .skin_thickness = scalp::Pad{}.skin_thickness};
}

std::optional<Dot> left_after(const State& state, core::Span dwell_us, const scalp::SurfacePoint& under) {
  if (!state.contact) return std::nullopt;
  const bool makes_dot = state.contact->has_open_dot;
  Dot dot = makes_dot ? state.dots.back() : touched(state, state.contact->last, under);
  const bool runs_on = state.machine.dry;
  press_for(state.calibration, runs_on ? std::min(dwell_us, longest_dry_us(state.calibration)) : dwell_us,
            dot);
  return dot;
}

// Depth never falls with time: bisect.
std::optional<core::Span> time_to(skin::DepthState depth, const skin::Band& asked,
                                  const Calibrated& calibration, const Dot& dot) {
  Dot pressed = dot;
  pressed.depth_source = DepthSource::Simulated;
  const auto reaches = [&](core::Span dwell_us) {
    press_for(calibration, dwell_us, pressed);
    return depth_state(pressed, asked) >= depth;
  };
  if (!reaches(kLongestPressUs)) return std::nullopt;
  core::Span low, high = kLongestPressUs;
  while (low < high) {
    const core::Span middle = (low + high) / 2;
    if (reaches(middle))
      high = middle;
    else
      low = middle + core::Span{1};
  }
  return low;
}

core::Span longest_dry_us(const Calibrated& calibration) {
  return skin::kToBandEnd / 1000 * calibration.press_time_permille;
}

}  // namespace engine::sim
