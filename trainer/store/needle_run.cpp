#include "trainer/store/needle_run.h"

#include <limits>
#include <optional>

#include "trainer/store/event_fields.h"

namespace trainer::store {

using engine::sim::NeedleMoved;
using engine::sim::NeedleSample;
using runner::AttemptEvent;

namespace {

enum RunFlag : std::uint8_t { kContact = 1, kPressure = 2, kTilt = 4, kAllFlags = 7 };
constexpr std::size_t kSmallestRow = 3;  // t, u, v of one byte each

std::uint8_t flags_of(const NeedleSample& sample) {
  return static_cast<std::uint8_t>((sample.contact ? kContact : 0) | (sample.pressure ? kPressure : 0) |
                                   (sample.tilt ? kTilt : 0));
}

const NeedleSample* sample_of(const AttemptEvent& event) {
  const auto* of_sim = std::get_if<engine::sim::Event>(&event);
  const auto* moved = of_sim ? std::get_if<NeedleMoved>(of_sim) : nullptr;
  return moved ? &moved->sample : nullptr;
}

std::size_t run_length(std::span<const AttemptEvent> events) {
  const std::uint8_t flags = flags_of(*sample_of(events[0]));
  std::size_t count = 1;
  while (count < events.size()) {
    const NeedleSample* next = sample_of(events[count]);
    if (!next || flags_of(*next) != flags) break;
    ++count;
  }
  return count;
}

void write_row(ByteWriter& out, NeedleBase& base, const NeedleSample& s) {
  out.zigzag((s.t_us - base.t_us).us);
  out.zigzag(std::int64_t{s.at.u_um} - base.at.u_um);
  out.zigzag(std::int64_t{s.at.v_um} - base.at.v_um);
  base.t_us = s.t_us;
  base.at = s.at;
  if (s.pressure) {
    out.zigzag(std::int64_t{*s.pressure} - base.pressure);
    base.pressure = *s.pressure;
  }
  if (s.tilt) {
    out.zigzag(std::int64_t{s.tilt->x_ddeg} - base.tilt.x_ddeg);
    out.zigzag(std::int64_t{s.tilt->y_ddeg} - base.tilt.y_ddeg);
    base.tilt = *s.tilt;
  }
}

std::int64_t add_within(ByteReader& in, std::int64_t base, std::int64_t low, std::int64_t high) {
  const std::int64_t delta = in.zigzag();
  // base lies within low..high, so neither difference overflows.
  if (delta < low - base || delta > high - base) {
    in.refuse("a needle sample, point or time out of range");
    return base;
  }
  return base + delta;
}

std::int16_t add_tilt(ByteReader& in, std::int16_t base) {
  return static_cast<std::int16_t>(add_within(in, base, -kMaxTilt, kMaxTilt));
}

NeedleSample read_row(ByteReader& in, NeedleBase& base, std::uint8_t flags) {
  NeedleSample s;
  s.contact = (flags & kContact) != 0;
  s.t_us = base.t_us = add_time(in, base.t_us);
  base.at.u_um = add_delta(in, base.at.u_um);
  base.at.v_um = add_delta(in, base.at.v_um);
  s.at = base.at;
  if (flags & kPressure) {
    base.pressure = static_cast<std::uint16_t>(add_within(in, base.pressure, 0, engine::sim::kFullPressure));
    s.pressure = base.pressure;
  }
  if (flags & kTilt) {
    base.tilt.x_ddeg = add_tilt(in, base.tilt.x_ddeg);
    base.tilt.y_ddeg = add_tilt(in, base.tilt.y_ddeg);
    s.tilt = base.tilt;
  }
  return s;
}

}  // namespace

std::int32_t add_delta(ByteReader& in, std::int32_t base) {
  using Limits = std::numeric_limits<std::int32_t>;
  return static_cast<std::int32_t>(add_within(in, base, Limits::min(), Limits::max()));
}

engine::core::AttemptTime add_time(ByteReader& in, engine::core::AttemptTime base) {
  return engine::core::AttemptTime{add_within(in, base.us, 0, kMaxTimeUs)};
}

std::size_t write_needle_run(ByteWriter& out, NeedleBase& base, std::span<const AttemptEvent> events) {
  const std::size_t count = run_length(events);
  out.byte(static_cast<std::uint8_t>(EventTag::NeedleRun));
  out.byte(flags_of(*sample_of(events[0])));
  out.varint(count);
  for (const auto& event : events.first(count)) write_row(out, base, *sample_of(event));
  return count;
}

void read_needle_run(ByteReader& in, NeedleBase& base, std::vector<AttemptEvent>& events) {
  const std::uint8_t flags = in.byte();
  const std::uint64_t count = in.varint();
  if (flags > kAllFlags) return in.refuse("a run of needle samples with unknown columns");
  if (count == 0 || count > kMaxBlockEvents - events.size() || count > in.remaining() / kSmallestRow)
    return in.refuse("a run of needle samples that does not fit its block");
  for (std::uint64_t i = 0; i < count; ++i) {
    const NeedleSample sample = read_row(in, base, flags);
    if (!in.ok()) return;
    events.emplace_back(engine::sim::Event{NeedleMoved{sample}});
  }
}

}  // namespace trainer::store
