// Runs of needle samples that agree in contact and in what the device reports: one head, then a row of
// differences per sample. Private to the codec.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/runner/event.h"
#include "trainer/store/bytes.h"

namespace trainer::store {

constexpr std::int16_t kMaxTilt = 900;  // 0.1 degrees, engine/sim/sample.h

// What the next difference is taken from; zero at the start of a block.
struct NeedleBase {
  engine::core::AttemptTime t_us{};
  engine::scalp::CanvasPoint at;
  std::uint16_t pressure = 0;
  engine::sim::Tilt tilt;
};

// Precondition: the first event is NeedleMoved. Returns how many events the run took.
std::size_t write_needle_run(ByteWriter& out, NeedleBase& base, std::span<const runner::AttemptEvent> events);
// After the tag.
void read_needle_run(ByteReader& in, NeedleBase& base, std::vector<runner::AttemptEvent>& events);

// The base plus a zig-zag difference; refuses what leaves the range of the type.
std::int32_t add_delta(ByteReader& in, std::int32_t base);
engine::core::AttemptTime add_time(ByteReader& in, engine::core::AttemptTime base);  // 0..kMaxTimeUs

}  // namespace trainer::store
