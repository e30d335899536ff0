#include "engine/sim/contact.h"

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/skin/penetration.h"
#include "engine/skin/response.h"

namespace engine::sim {

using scalp::Canvas;
using scalp::CanvasPoint;
using skin::DepthSource;
using skin::Dot;

namespace {

// Distances on the surface and times that decide what one dot is (docs/design.md 2).
constexpr double kSameDotMm = 0.35;  // strikes within it feed the open dot
constexpr double kStreakMm = 1.0;    // a contact without pressure is one dot up to here
constexpr double kBounceMm = 0.15;   // a bouncing switch: two contacts within both limits are one
constexpr std::int64_t kBounceUs = 60'000;
// a needle left lying in the skin stops striking after 10 min
constexpr std::int64_t kLongestContactUs = 600'000'000;
constexpr std::int64_t kNanoPerMicro = 1'000'000'000;  // strikes per 1000 s -> us

std::int64_t interpolated(std::int64_t a, std::int64_t b, std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return b;
  const std::int64_t product = (b - a) * part;
  const std::int64_t half = product < 0 ? -(whole / 2) : whole / 2;
  return a + (product + half) / whole;  // rounded half away from zero
}

// The needle between two samples, at a time on the sample clock.
NeedleSample between(const NeedleSample& a, const NeedleSample& b, std::int64_t t_us) {
  const std::int64_t part = t_us - a.t_us, whole = b.t_us - a.t_us;
  const auto mixed = [&](std::int64_t x, std::int64_t y) { return interpolated(x, y, part, whole); };
  NeedleSample s = part <= 0 ? a : b;
  s.t_us = t_us;
  s.at = {static_cast<std::int32_t>(mixed(a.at.u_um, b.at.u_um)),
          static_cast<std::int32_t>(mixed(a.at.v_um, b.at.v_um))};
  if (a.pressure && b.pressure) s.pressure = static_cast<std::uint16_t>(mixed(*a.pressure, *b.pressure));
  if (a.pressure && !b.pressure) s.pressure = a.pressure;  // a lift that does not say how hard it was
  if (a.tilt && b.tilt)
    s.tilt = Tilt{static_cast<std::int16_t>(mixed(a.tilt->x_ddeg, b.tilt->x_ddeg)),
                  static_cast<std::int16_t>(mixed(a.tilt->y_ddeg, b.tilt->y_ddeg))};
  return s;
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

std::int64_t strike_time(const State& state, const Contact& contact, std::int64_t k) {
  return contact.down_us + k * kNanoPerMicro / state.machine.rate_mhz;
}

// No deeper than the needle hangs out, whatever the push.
std::int32_t within_reach(std::int32_t delta_permille, std::int32_t reach_um, std::int32_t thickness_um) {
  if (thickness_um <= 0) return delta_permille;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(delta_permille, std::int64_t{reach_um} * 1000 / thickness_um));
}

// Depth, diameter and load of the open dot as far as it has come.
void update(State& state, Dot& dot, const Contact& contact, std::int64_t now_us) {
  dot.closed_us = now_us;
  dot.dwell_us =
      static_cast<std::int32_t>(std::min<std::int64_t>(now_us - contact.open_us, 86'400'000'000 / 64));
  const skin::Press press{.pressure = dot.pressure,
                          .minimum_pressure = state.calibration.minimum_pressure,
                          .maximum_pressure = state.calibration.maximum_pressure,
                          .gamma_permille = state.calibration.curve_gamma_permille,
                          .press_time_permille = state.calibration.press_time_permille,
                          .offset_permille = state.calibration.depth_offset_permille,
                          .dwell_us = dot.dwell_us,
                          .angle_ddeg = dot.angle_ddeg,
                          .stretch_permille = dot.stretch_permille,
                          .skin_permille = dot.skin_depth};
  const std::int32_t pushed = dot.depth_source == DepthSource::Measured ? skin::delta_from_pressure(press)
                                                                        : skin::delta_from_press_time(press);
  const std::int32_t delta = within_reach(pushed, dot.reach_um, dot.thickness_um);
  dot.deposit_depth_um = static_cast<std::int32_t>((std::int64_t{delta} * dot.thickness_um + 500) / 1000);
  const std::int64_t diameter =
      skin::healed_diameter_um(state.machine.needle, delta, dot.angle_ddeg, dot.smear_um, state.needles);
  const std::int64_t spread =
      std::int64_t{dot.skin_spread} * skin::machine_spread_permille(state.machine) / 1000;
  dot.diameter_um = static_cast<std::int32_t>((diameter * spread + 500) / 1000);
  dot.pigment_permille = skin::pigment_load_permille(state.machine, contact.strikes, state.needles);
}

std::int32_t bounce(std::int32_t stretch_permille, CanvasPoint at, std::uint32_t number) {
  const auto place = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(at.u_um)) << 32U) |
                     static_cast<std::uint32_t>(at.v_um);
  const auto share = static_cast<std::int32_t>(core::draw_below(place, "skin/bounce", number, 2001)) - 1000;
  return skin::bounce_permille(stretch_permille, share);
}

void open_dot(State& state, Contact& contact, const NeedleSample& strike, const scalp::SurfacePoint& place) {
  Dot dot;
  dot.number = static_cast<std::uint32_t>(state.dots.size());
  dot.t_us = strike.t_us;
  dot.at = strike.at;
  dot.pressure = strike.pressure.value_or(0);
  const skin::Response response = response_at(state, place.tissue, strike.at, place.position);
  const auto healthy_um = static_cast<std::int64_t>(std::floor(place.skin_thickness.value * 1000.0 + 0.5));
  dot.thickness_um = static_cast<std::int32_t>((healthy_um * response.thickness + 500) / 1000);
  dot.skin_depth = static_cast<std::int32_t>(
      (std::int64_t{response.depth} * bounce(state.machine.stretch_permille, strike.at, dot.number) + 500) /
      1000);
  dot.needle = state.machine.needle;
  dot.stretch_permille = state.machine.stretch_permille;
  dot.reach_um = skin::reach_um(state.machine);
  dot.undertone = skin::undertone_of(state.machine.pigment, state.pigments);
  dot.smear_um = skin::slack_drag_um(state.machine.stretch_permille);
  dot.skin_spread =
      static_cast<std::int32_t>((std::int64_t{response.spread} * state.healing.spread_permille + 500) / 1000);
  dot.skin_kept = response.kept;
  dot.angle_measured = strike.tilt.has_value();
  if (strike.tilt) dot.angle_ddeg = angle_of(*strike.tilt, state.calibration.upright);
  dot.treatment_session = state.treatment_session;
  dot.dilution_milli = state.machine.dilution_milli;
  dot.depth_source = strike.pressure              ? DepthSource::Measured
                     : state.device.timed_presses ? DepthSource::Simulated
                                                  : DepthSource::Unknown;
  contact.first_at = strike.at;
  contact.open_us = strike.t_us;
  contact.strikes = 1;
  contact.has_open_dot = true;
  state.dots.push_back(dot);
  state.undone.clear();
  update(state, state.dots.back(), contact, strike.t_us);
}

void feed(State& state, Contact& contact, const NeedleSample& strike, double travelled_mm) {
  Dot& dot = state.dots.back();
  ++contact.strikes;
  dot.pressure = std::max(dot.pressure, strike.pressure.value_or(0));
  // some pens send pressure from the second sample on
  if (strike.pressure) dot.depth_source = DepthSource::Measured;
  const auto travelled_um =
      static_cast<std::int32_t>(std::floor(std::min(travelled_mm, kStreakMm) * 1000.0 + 0.5));
  dot.smear_um = std::max(dot.smear_um, skin::slack_drag_um(dot.stretch_permille) + travelled_um);
  if (travelled_mm > kStreakMm && !contact.streak) {
    contact.streak = true;
    ++state.streaks;
  }
  update(state, dot, contact, strike.t_us);
}

// Without pigment: a mark where it strikes, the next one as soon as it has moved on. Lifting is not asked
// for. Where depth comes from press time it deepens to the deep edge of the band and stays there: who runs
// does not push on (judgement).
void strike_dry(State& state, Contact& contact, const NeedleSample& at, const scalp::SurfacePoint& place) {
  const skin::Response response = response_at(state, place.tissue, at.at, place.position);
  const auto healthy_um = static_cast<std::int64_t>(std::floor(place.skin_thickness.value * 1000.0 + 0.5));
  const auto thickness_um = static_cast<std::int32_t>((healthy_um * response.thickness + 500) / 1000);
  const std::int64_t longest_us = std::int64_t{260} * state.calibration.press_time_permille;
  const skin::Press press{
      .pressure = at.pressure.value_or(0),
      .minimum_pressure = state.calibration.minimum_pressure,
      .maximum_pressure = state.calibration.maximum_pressure,
      .gamma_permille = state.calibration.curve_gamma_permille,
      .press_time_permille = state.calibration.press_time_permille,
      .offset_permille = state.calibration.depth_offset_permille,
      .dwell_us = std::clamp<std::int64_t>(at.t_us - contact.down_us, 0, longest_us),
      .angle_ddeg = at.tilt ? angle_of(*at.tilt, state.calibration.upright) : std::int16_t{900},
      .stretch_permille = state.machine.stretch_permille,
      .skin_permille = response.depth};
  const std::int32_t pushed =
      at.pressure ? skin::delta_from_pressure(press) : skin::delta_from_press_time(press);
  const std::int32_t delta = within_reach(pushed, skin::reach_um(state.machine), thickness_um);
  const auto depth_um = static_cast<std::int32_t>((std::int64_t{delta} * thickness_um + 500) / 1000);
  ++contact.strikes;
  if (contact.has_open_mark) {
    skin::DryMark& open = state.dry_marks.back();
    const scalp::Vec3 way = open.position - place.position;
    if (glm::dot(way, way) <= kSameDotMm * kSameDotMm) {
      open.depth_um = std::max(open.depth_um, depth_um);
      return;
    }
  }
  contact.has_open_mark = true;
  state.dry_marks.push_back(
      {at.t_us, at.at, place.position, depth_um, thickness_um, state.treatment_session});
}

void strike(State& state, Contact& contact, const NeedleSample& at, const Canvas& canvas) {
  const auto place = canvas.locate(at.at);
  if (!place) return;
  if (state.machine.dry) {
    strike_dry(state, contact, at, *place);
    return;
  }
  if (!contact.has_open_dot) {
    if (contact.strikes == 0) state.lifts.push_back(static_cast<std::uint32_t>(state.dots.size()));
    open_dot(state, contact, at, *place);
    return;
  }
  const double travelled = at.at == contact.first_at ? 0.0 : scalp::chord_mm(canvas, contact.first_at, at.at);
  const bool next_dot = at.pressure && state.machine.rate_mhz > 0 && travelled > kSameDotMm;
  if (!next_dot) {
    feed(state, contact, at, travelled);
    return;
  }
  update(state, state.dots.back(), contact, at.t_us);
  open_dot(state, contact, at, *place);
}

// Every strike from the latest sample up to `to`: up to and including its time, or before it at a lift.
void strike_until(State& state, Contact& contact, const NeedleSample& to, bool inclusive,
                  const Canvas& canvas) {
  if (state.machine.rate_mhz == 0) {  // a hand tool is pushed in once; how far shows sample by sample
    if (inclusive) strike(state, contact, to, canvas);
    return;
  }
  for (;; ++contact.next_strike) {
    const std::int64_t t = strike_time(state, contact, contact.next_strike);
    if (t - contact.down_us > kLongestContactUs || (inclusive ? t > to.t_us : t >= to.t_us)) return;
    strike(state, contact, between(contact.last, to, t), canvas);
  }
}

bool bounces(const State& state, const NeedleSample& sample, const Canvas& canvas) {
  return state.lifted && state.lifted->has_open_dot && !state.dots.back().withdrawn &&
         sample.t_us - state.lifted->last.t_us <= kBounceUs &&
         scalp::chord_mm(canvas, state.lifted->last.at, sample.at) <= kBounceMm;
}

void begin_contact(State& state, const NeedleSample& sample, const Canvas& canvas) {
  if (bounces(state, sample, canvas)) {
    state.contact = state.lifted;
    Contact& resumed = *state.contact;
    while (state.machine.rate_mhz > 0 && strike_time(state, resumed, resumed.next_strike) < sample.t_us)
      ++resumed.next_strike;
    state.contact->last = sample;
  } else {
    state.contact = Contact{.last = sample, .down_us = sample.t_us, .first_at = sample.at};
    if (!canvas.locate(sample.at)) ++state.contacts_outside;
  }
  state.lifted.reset();
  strike_until(state, *state.contact, sample, true, canvas);
}

void close(State& state, std::int64_t t_us) {
  if (state.contact->has_open_dot) update(state, state.dots.back(), *state.contact, t_us);
  state.contact->last.t_us = t_us;
  state.lifted = state.contact;
  state.contact.reset();
}

}  // namespace

void move_needle(State& state, const NeedleSample& sample, const Canvas& canvas) {
  if (!state.contact) {
    if (sample.contact) begin_contact(state, sample, canvas);
    return;
  }
  strike_until(state, *state.contact, sample, sample.contact, canvas);
  state.contact->last = sample;
  if (!sample.contact) close(state, sample.t_us);
}

void end_contact(State& state, std::int64_t t_us, const Canvas& canvas) {
  state.lifted.reset();  // whatever ends a contact this way, the next one is not its bounce
  if (!state.contact) return;
  NeedleSample still = state.contact->last;  // the needle stays where it was last seen
  still.t_us = std::max(still.t_us, t_us);
  strike_until(state, *state.contact, still, false, canvas);
  close(state, still.t_us);
  state.lifted.reset();
}

}  // namespace engine::sim
