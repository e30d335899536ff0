#include "engine/sim/digest.h"

#include <concepts>

namespace engine::sim {

namespace {

// Integers as little-endian 64-bit, whatever their type.
class Fields {
 public:
  template <std::integral T>
  void add(T value) {
    auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
    for (auto& byte : bytes_) {
      byte = static_cast<std::uint8_t>(bits);
      bits >>= 8;
    }
    hasher_.add(std::span<const std::uint8_t>(bytes_));
  }
  void add(const std::string& text) {
    add(text.size());
    hasher_.add(text);
  }
  core::Digest finish() { return hasher_.finish(); }

 private:
  core::Hasher hasher_;
  std::array<std::uint8_t, 8> bytes_{};
};

void add(Fields& f, const skin::Dot& d) {
  for (const std::int64_t value : {std::int64_t{d.number},
                                   d.t_us.us,
                                   d.closed_us.us,
                                   std::int64_t{d.at.u_um},
                                   std::int64_t{d.at.v_um},
                                   std::int64_t{d.pressure},
                                   d.dwell_us.us,
                                   std::int64_t{d.deposit_depth_um},
                                   std::int64_t{d.thickness_um},
                                   std::int64_t{d.diameter_um},
                                   std::int64_t{d.angle_ddeg},
                                   std::int64_t{d.smear_um},
                                   std::int64_t{d.treatment_session},
                                   static_cast<std::int64_t>(d.depth_source),
                                   std::int64_t{d.pigment_permille},
                                   std::int64_t{d.dilution_milli},
                                   std::int64_t{d.needle.points},
                                   std::int64_t{d.needle.diameter_um},
                                   static_cast<std::int64_t>(d.needle.taper),
                                   std::int64_t{d.reach_um},
                                   std::int64_t{d.stretch_permille},
                                   static_cast<std::int64_t>(d.undertone),
                                   std::int64_t{d.skin_depth},
                                   std::int64_t{d.skin_spread},
                                   std::int64_t{d.skin_kept}})
    f.add(value);
  f.add(d.withdrawn);
  f.add(d.angle_measured);
}

void add(Fields& f, const scalp::CanvasPoint& p) {
  f.add(p.u_um);
  f.add(p.v_um);
}

void add(Fields& f, const NeedleSample& s) {
  f.add(s.t_us.us);
  add(f, s.at);
  f.add(s.pressure ? *s.pressure : -1);
  f.add(s.tilt.has_value());
  f.add(s.tilt.value_or(Tilt{}).x_ddeg);
  f.add(s.tilt.value_or(Tilt{}).y_ddeg);
  f.add(s.contact);
}

void add(Fields& f, const Contact& c) {
  add(f, c.last);
  f.add(c.down_us.us);
  f.add(c.next_strike);
  add(f, c.first_at);
  f.add(c.open_us.us);
  f.add(c.strikes);
  f.add(c.has_open_dot);
  f.add(c.streak);
  f.add(c.has_open_mark);
  f.add(c.echo_until_us ? c.echo_until_us->us : -1);
  f.add(c.hardest);
  for (const std::int64_t value : c.told.fields()) f.add(value);
}

void add(Fields& f, const std::optional<Contact>& c) {
  f.add(c.has_value());
  if (c) add(f, *c);
}

void add(Fields& f, const skin::DryMark& m) {
  f.add(m.t_us.us);
  add(f, m.at);
  for (const std::int32_t value : {m.depth_um, m.thickness_um, std::int32_t{m.treatment_session}})
    f.add(value);
}

void add(Fields& f, const std::vector<std::uint32_t>& numbers) {
  f.add(numbers.size());
  for (const auto number : numbers) f.add(number);
}

void add(Fields& f, const skin::Machine& m) {
  for (const std::int32_t value :
       {m.needle.points, m.needle.diameter_um, m.rate_mhz, m.set_um, m.dilution_milli, m.stretch_permille,
        m.stroke_um, static_cast<std::int32_t>(m.needle.taper)})
    f.add(value);
  f.add(m.dry);
  f.add(m.pigment);
}

}  // namespace

core::Digest digest(const State& state) {
  Fields f;
  f.add(state.t_us.us);
  f.add(state.dots.size());
  for (const auto& dot : state.dots) add(f, dot);
  f.add(state.dry_marks.size());
  for (const auto& mark : state.dry_marks) add(f, mark);
  add(f, state.contact);
  add(f, state.lifted);
  add(f, state.machine);
  for (const std::int64_t value :
       {std::int64_t{state.calibration.minimum_pressure},
        std::int64_t{state.calibration.curve_gamma_permille},
        std::int64_t{state.calibration.press_time_permille},
        std::int64_t{state.calibration.depth_offset_permille},
        std::int64_t{state.calibration.maximum_pressure}, std::int64_t{state.calibration.upright.x_ddeg},
        std::int64_t{state.calibration.upright.y_ddeg}})
    f.add(value);
  f.add(static_cast<int>(state.device.kind));
  f.add(state.device.name);
  f.add(state.device.timed_presses);
  f.add(state.px_per_mm_milli);
  f.add(state.treatment_session);
  f.add(state.healings.size());
  for (const auto days : state.healings) f.add(days);
  f.add(state.contacts_outside);
  f.add(state.streaks);
  add(f, state.lifts);
  f.add(state.undone.size());
  for (const auto& numbers : state.undone) add(f, numbers);
  return f.finish();
}

}  // namespace engine::sim
