#include "trainer/store/event_codec.h"

#include <algorithm>
#include <utility>

#include "engine/core/check.h"
#include "trainer/store/event_fields.h"
#include "trainer/store/needle_run.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using engine::sim::NeedleMoved;
using runner::AttemptEvent;
using Events = std::vector<AttemptEvent>;

namespace {

struct Checker {
  std::string fault;

  void integer(const char* name, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value < low || value > high)
      fault = std::string(name) + " is " + std::to_string(value) + ", expected " + std::to_string(low) +
              " to " + std::to_string(high);
  }
  void text(const char* name, const std::string& value, std::size_t at_most) {
    if (value.size() > at_most)
      fault = std::string(name) + " has " + std::to_string(value.size()) + " bytes, at most " +
              std::to_string(at_most);
  }
  template <class Enum>
  void choice(const char* name, Enum value, Enum last) {
    integer(name, static_cast<std::int64_t>(value), 0, static_cast<std::int64_t>(last));
  }
  void flag(bool) {}
  void points(const char* name, const std::vector<engine::scalp::CanvasPoint>& value, std::size_t at_most) {
    integer(name, static_cast<std::int64_t>(value.size()), 0, static_cast<std::int64_t>(at_most));
  }
};

struct Writing {
  ByteWriter& out;

  void integer(const char*, std::int64_t value, std::int64_t, std::int64_t) { out.zigzag(value); }
  void text(const char*, const std::string& value, std::size_t) { out.text(value); }
  template <class Enum>
  void choice(const char*, Enum value, Enum) {
    out.byte(static_cast<std::uint8_t>(value));
  }
  void flag(bool value) { out.byte(value ? 1 : 0); }
  void points(const char*, const std::vector<engine::scalp::CanvasPoint>& value, std::size_t) {
    out.varint(value.size());
    engine::scalp::CanvasPoint last;
    for (const auto& p : value) {
      out.zigzag(std::int64_t{p.u_um} - last.u_um);
      out.zigzag(std::int64_t{p.v_um} - last.v_um);
      last = p;
    }
  }
};

struct ReadingFields {
  ByteReader& in;

  template <class T>
  void integer(const char* name, T& value, std::int64_t low, std::int64_t high) {
    const std::int64_t read = in.zigzag();
    if (in.ok() && (read < low || read > high)) in.refuse(std::string(name) + " is out of range");
    if (in.ok()) value = static_cast<T>(read);
  }
  void text(const char*, std::string& value, std::size_t at_most) { value = in.text(at_most); }
  template <class Enum>
  void choice(const char* name, Enum& value, Enum last) {
    const std::uint8_t read = in.byte();
    if (read > static_cast<std::uint8_t>(last)) in.refuse(std::string(name) + " is unknown");
    if (in.ok()) value = static_cast<Enum>(read);
  }
  void flag(bool& value) {
    const std::uint8_t read = in.byte();
    if (read > 1) in.refuse("a yes-or-no that is neither");
    value = read == 1;
  }
  void points(const char* name, std::vector<engine::scalp::CanvasPoint>& value, std::size_t at_most) {
    const std::uint64_t count = in.varint();
    if (count > at_most || count > in.remaining() / 2)
      return in.refuse(std::string(name) + " has too many points");
    engine::scalp::CanvasPoint last;
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
      last.u_um = add_delta(in, last.u_um);
      last.v_um = add_delta(in, last.v_um);
      value.push_back(last);
    }
  }
};

const NeedleMoved* needle_moved(const AttemptEvent& event) {
  const auto* of_sim = std::get_if<engine::sim::Event>(&event);
  return of_sim ? std::get_if<NeedleMoved>(of_sim) : nullptr;
}

// Built in place: GCC 12 takes a moved-from temporary variant for uninitialised under the sanitizers.
template <class Event>
void put(Events& events, Event&& event) {
  if constexpr (std::is_constructible_v<engine::sim::Event, Event>)
    events.emplace_back(std::in_place_type<engine::sim::Event>, std::forward<Event>(event));
  else
    events.emplace_back(std::forward<Event>(event));
}

void write_time(ByteWriter& out, engine::core::AttemptTime t_us, engine::core::AttemptTime& last_us) {
  out.zigzag((t_us - last_us).us);
  last_us = t_us;
}

void write_single(ByteWriter& out, const AttemptEvent& event, engine::core::AttemptTime& last_us) {
  visit_event(event, [&](const auto& inner) {
    using Event = std::remove_cvref_t<decltype(inner)>;
    if constexpr (!std::same_as<Event, NeedleMoved>) {
      out.byte(static_cast<std::uint8_t>(tag_of<Event>()));
      write_time(out, inner.t_us, last_us);
      Writing writing{out};
      Event copy = inner;  // the field table binds to mutable fields
      fields(writing, copy);
    }
  });
}

template <class Event>
void read_single(ByteReader& in, engine::core::AttemptTime& last_us, Events& events) {
  Event event{};
  event.t_us = add_time(in, last_us);
  ReadingFields reading{in};
  fields(reading, event);
  if (!in.ok()) return;
  last_us = event.t_us;
  put(events, std::move(event));
}

void read_calibration_before(ByteReader& in, engine::core::AttemptTime& last_us, Events& events) {
  engine::sim::Calibrated event{.t_us = add_time(in, last_us)};
  ReadingFields reading{in};
  fields_before(reading, event);
  if (!in.ok()) return;
  last_us = event.t_us;
  put(events, std::move(event));
}

void read_item(ByteReader& in, NeedleBase& base, Events& events) {
  auto& last = base.t_us;
  switch (static_cast<EventTag>(in.byte())) {
    case EventTag::NeedleRun:
      return read_needle_run(in, base, events);
    case EventTag::ContactInterrupted:
      return read_single<engine::sim::ContactInterrupted>(in, last, events);
    case EventTag::MachineChanged:
      return read_single<engine::sim::MachineChanged>(in, last, events);
    case EventTag::DeviceChanged:
      return read_single<engine::sim::DeviceChanged>(in, last, events);
    case EventTag::CalibratedBefore:
      return read_calibration_before(in, last, events);
    case EventTag::Calibrated:
      return read_single<engine::sim::Calibrated>(in, last, events);
    case EventTag::ViewScaled:
      return read_single<engine::sim::ViewScaled>(in, last, events);
    case EventTag::Undone:
      return read_single<engine::sim::Undone>(in, last, events);
    case EventTag::Redone:
      return read_single<engine::sim::Redone>(in, last, events);
    case EventTag::Healed:
      return read_single<engine::sim::Healed>(in, last, events);
    case EventTag::SittingStarted:
      return read_single<runner::SittingStarted>(in, last, events);
    case EventTag::StepEntered:
      return read_single<runner::StepEntered>(in, last, events);
    case EventTag::Answered:
      return read_single<runner::Answered>(in, last, events);
    case EventTag::HairlineDrawn:
      return read_single<runner::HairlineDrawn>(in, last, events);
    case EventTag::CueUsed:
      return read_single<runner::CueUsed>(in, last, events);
    case EventTag::Finished:
      return read_single<runner::Finished>(in, last, events);
  }
  in.refuse("an event of an unknown kind");
}

// An upper bound of what an event adds to a block.
std::size_t size_bound(const AttemptEvent& event) {
  if (const auto* drawn = std::get_if<runner::HairlineDrawn>(&event)) return 32 + 10 * drawn->points.size();
  return needle_moved(event) ? 40 : 384;
}

}  // namespace

engine::core::AttemptTime event_time_us(const AttemptEvent& event) {
  return runner::time_us(event);
}

std::optional<Error> range_fault(const AttemptEvent& event) {
  Checker checker;
  checker.integer("time", event_time_us(event).us, 0, kMaxTimeUs);
  visit_event(event, [&](const auto& inner) {
    using Event = std::remove_cvref_t<decltype(inner)>;
    if constexpr (std::same_as<Event, NeedleMoved>) {
      if (inner.sample.pressure)
        checker.integer("pressure", *inner.sample.pressure, 0, engine::sim::kFullPressure);
      if (inner.sample.tilt) checker.integer("tilt", inner.sample.tilt->x_ddeg, -kMaxTilt, kMaxTilt);
      if (inner.sample.tilt) checker.integer("tilt", inner.sample.tilt->y_ddeg, -kMaxTilt, kMaxTilt);
    } else {
      Event copy = inner;
      fields(checker, copy);
    }
  });
  if (checker.fault.empty()) return std::nullopt;
  return Error{.message = checker.fault};
}

Bytes encode_events(std::span<const AttemptEvent> events) {
  ENGINE_CHECK(!events.empty() && events.size() <= kMaxBlockEvents);
  ByteWriter out;
  NeedleBase base;
  for (std::size_t i = 0; i < events.size();) {
    if (needle_moved(events[i])) {
      i += write_needle_run(out, base, events.subspan(i));
    } else {
      write_single(out, events[i++], base.t_us);
    }
  }
  return out.release();
}

Result<Events> decode_events(ByteView block) {
  if (block.size() > kMaxPayloadBytes) return fail("a block of events larger than 1 MiB");
  ByteReader in(block);
  NeedleBase base;
  Events events;
  while (in.ok() && in.remaining() > 0) {
    if (events.size() >= kMaxBlockEvents)
      in.refuse("more events in one block than " + std::to_string(kMaxBlockEvents));
    read_item(in, base, events);
  }
  if (in.ok() && events.empty()) in.refuse("an empty block of events");
  if (!in.ok()) return fail(in.reason());
  return events;
}

std::size_t next_block(std::span<const AttemptEvent> events) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (std::holds_alternative<runner::Finished>(events[i])) return std::max<std::size_t>(i, 1);
    bytes += size_bound(events[i]);
    if (i > 0 && (i == kMaxBlockEvents || bytes > kBlockBytesAim)) return i;
  }
  return events.size();
}

}  // namespace trainer::store
