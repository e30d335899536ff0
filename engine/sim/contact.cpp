#include "engine/sim/contact.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/sim/press.h"

namespace engine::sim {

using scalp::Canvas;
using scalp::CanvasPoint;
using skin::DepthSource;
using skin::Dot;

namespace {

// Distances on the surface and times that decide what one dot is (docs/design.md 2).
constexpr double kSameDotMm = 0.35;  // strikes within it feed the open dot
constexpr double kStreakMm = 1.0;    // a contact without pressure is one dot up to here
// a needle left lying in the skin stops striking after 10 min
constexpr core::Span kLongestContactUs{600'000'000};
constexpr std::int64_t kNanoPerMicro = 1'000'000'000;  // strikes per 1000 s -> us

std::int64_t interpolated(std::int64_t a, std::int64_t b, std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return b;
  const std::int64_t product = (b - a) * part;
  const std::int64_t half = product < 0 ? -(whole / 2) : whole / 2;
  return a + (product + half) / whole;  // rounded half away from zero
}

// The needle between two samples, at a time on the sample clock.
NeedleSample between(const NeedleSample& a, const NeedleSample& b, core::AttemptTime t_us) {
  const std::int64_t part = (t_us - a.t_us).us, whole = (b.t_us - a.t_us).us;
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

core::AttemptTime strike_time(const State& state, const Contact& contact, std::int64_t k) {
  return contact.down_us + core::Span{k * kNanoPerMicro / state.machine.rate_mhz};
}

// Depth, diameter and load of the open dot as far as it has come.
void update(State& state, Dot& dot, const Contact& contact, core::AttemptTime now_us) {
  dot.closed_us = now_us;
  dot.pressure = contact.told.any() ? std::min(contact.hardest, contact.told.peak()) : contact.hardest;
  const std::int32_t delta = press_for(state.calibration, now_us - contact.open_us, dot);
  const std::int64_t diameter =
      skin::healed_diameter_um(state.machine.needle, delta, dot.angle_ddeg, dot.smear_um, state.needles);
  const std::int64_t spread =
      std::int64_t{dot.skin_spread} * skin::machine_spread_permille(state.machine) / 1000;
  dot.diameter_um = static_cast<std::int32_t>((diameter * spread + 500) / 1000);
  dot.pigment_permille = skin::pigment_load_permille(state.machine, contact.strikes, state.needles);
}

void open_dot(State& state, Contact& contact, const NeedleSample& strike, const scalp::SurfacePoint& place) {
  contact.first_at = strike.at;
  contact.open_us = contact.echo_until_us ? contact.down_us : strike.t_us;
  contact.strikes = 1;
  contact.hardest = strike.pressure.value_or(0);
  contact.has_open_dot = true;
  state.dots.push_back(touched(state, strike, place));
  state.dots.back().t_us = contact.open_us;
  state.undone.clear();
  update(state, state.dots.back(), contact, strike.t_us);
}

void feed(State& state, Contact& contact, const NeedleSample& strike, double travelled_mm) {
  Dot& dot = state.dots.back();
  ++contact.strikes;
  contact.hardest = std::max(contact.hardest, strike.pressure.value_or(0));
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
// Deeper with every strike; but once a pressure that it rests on turns out to have stood alone, as deep as
// now.
void deepen(Contact& contact, skin::DryMark& mark, const Dot& strike) {
  const bool stood_alone = contact.told.any() && contact.hardest > contact.told.peak();
  contact.hardest = stood_alone ? strike.pressure : std::max(contact.hardest, strike.pressure);
  mark.depth_um = stood_alone ? strike.deposit_depth_um : std::max(mark.depth_um, strike.deposit_depth_um);
}

void strike_dry(State& state, Contact& contact, const NeedleSample& at, const scalp::SurfacePoint& place) {
  Dot here = touched(state, at, place);
  if (contact.told.any()) here.pressure = std::min(here.pressure, contact.told.peak());
  press_for(state.calibration,
            std::clamp(at.t_us - contact.down_us, core::Span{}, longest_dry_us(state.calibration)), here);
  ++contact.strikes;
  if (contact.has_open_mark) {
    skin::DryMark& open = state.dry_marks.back();
    const scalp::Vec3 way = open.position - place.position;
    if (glm::dot(way, way) <= kSameDotMm * kSameDotMm) {
      deepen(contact, open, here);
      return;
    }
    contact.told.restart();
  }
  contact.has_open_mark = true;
  contact.hardest = here.pressure;
  state.dry_marks.push_back(
      {at.t_us, at.at, place.position, here.deposit_depth_um, here.thickness_um, state.treatment_session});
}

bool may_be_echo(const Contact& contact, core::AttemptTime t_us) {
  return contact.echo_until_us && t_us < *contact.echo_until_us;
}

void strike(State& state, Contact& contact, const NeedleSample& at, const Canvas& canvas) {
  if (may_be_echo(contact, at.t_us)) return;
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
  const double travelled =
      at.at == contact.first_at ? 0.0 : scalp::chord(canvas, contact.first_at, at.at).value;
  const bool next_dot = at.pressure && state.machine.rate_mhz > 0 && travelled > kSameDotMm;
  if (!next_dot) {
    feed(state, contact, at, travelled);
    return;
  }
  update(state, state.dots.back(), contact, at.t_us);
  contact.told.restart();
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
    const core::AttemptTime t = strike_time(state, contact, contact.next_strike);
    if (t - contact.down_us > kLongestContactUs || (inclusive ? t > to.t_us : t >= to.t_us)) return;
    strike(state, contact, between(contact.last, to, t), canvas);
  }
}

// Whether the switch closes again where and soon after it opened over a dot.
bool again(const State& state, const NeedleSample& sample, core::Span within, const Canvas& canvas) {
  return state.lifted && state.lifted->has_open_dot && !state.dots.back().withdrawn &&
         sample.t_us - state.lifted->last.t_us <= within &&
         scalp::chord(canvas, state.lifted->last.at, sample.at) <= kBounce;
}

// How long that press may be an echo. A pen tells how hard it is pressed, and its tip is no switch.
std::optional<core::AttemptTime> echo_until(const State& state, const NeedleSample& sample,
                                            const Canvas& canvas) {
  const bool could = again(state, sample, kEchoUs, canvas) && !sample.pressure && !state.lifted->told.any() &&
                     sample.t_us - state.lifted->last.t_us > kEchoFromUs;
  return could ? std::optional(sample.t_us + kEchoLongestUs) : std::nullopt;
}

void resume(State& state, const NeedleSample& sample) {
  state.contact = std::exchange(state.lifted, std::nullopt);
  Contact& resumed = *state.contact;
  while (state.machine.rate_mhz > 0 && strike_time(state, resumed, resumed.next_strike) < sample.t_us)
    ++resumed.next_strike;
  resumed.last = sample;
}

void begin_contact(State& state, const NeedleSample& sample, const Canvas& canvas) {
  const auto echo_until_us = echo_until(state, sample, canvas);
  if (again(state, sample, kBounceUs, canvas)) {
    resume(state, sample);
  } else {
    state.contact = Contact{.last = sample, .down_us = sample.t_us, .first_at = sample.at};
    if (!canvas.locate(sample.at)) ++state.contacts_outside;
    if (!echo_until_us) state.lifted.reset();  // else it may yet be all there was
  }
  state.contact->echo_until_us = echo_until_us;
  if (sample.pressure) state.contact->told.add(*sample.pressure, sample.t_us);
  strike_until(state, *state.contact, sample, true, canvas);
}

void close(State& state, core::AttemptTime t_us) {
  const Contact contact = *std::exchange(state.contact, std::nullopt);
  const bool echoed = may_be_echo(contact, t_us);
  if (contact.has_open_dot && !echoed) update(state, state.dots.back(), contact, t_us);
  if (!echoed || contact.has_open_dot || !state.lifted) state.lifted = contact;
  state.lifted->last.t_us = t_us;
}

// A hand tool is pushed in once; where that had to wait for the switch, at the latest when it is let go.
void push_in_late(State& state, Contact& contact, core::AttemptTime lift_us, const Canvas& canvas) {
  const bool waited = state.machine.rate_mhz == 0 && contact.echo_until_us && !contact.has_open_dot;
  if (!waited || may_be_echo(contact, lift_us)) return;
  NeedleSample late = contact.last;
  late.t_us = *contact.echo_until_us;
  strike(state, contact, late, canvas);
}

}  // namespace

void move_needle(State& state, const NeedleSample& sample, const Canvas& canvas) {
  if (!state.contact) {
    if (sample.contact) begin_contact(state, sample, canvas);
    return;
  }
  if (sample.contact && sample.pressure) state.contact->told.add(*sample.pressure, sample.t_us);
  strike_until(state, *state.contact, sample, sample.contact, canvas);
  if (!sample.contact) push_in_late(state, *state.contact, sample.t_us, canvas);
  state.contact->last = sample;
  if (!sample.contact) close(state, sample.t_us);
}

void end_contact(State& state, core::AttemptTime t_us, const Canvas& canvas) {
  state.lifted.reset();  // whatever ends a contact this way, the next one is not its bounce
  if (!state.contact) return;
  NeedleSample still = state.contact->last;  // the needle stays where it was last seen
  still.t_us = std::max(still.t_us, t_us);
  strike_until(state, *state.contact, still, false, canvas);
  close(state, still.t_us);
  state.lifted.reset();
}

}  // namespace engine::sim
