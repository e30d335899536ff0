// Blocks of events as bytes and back. A block stands alone: its first time and
// place are absolute, the rest are differences (varints with zig-zag), about 8 bytes a pen sample.
//
// Decoding is total: any bytes give either values within the stated ranges or an Error; nothing larger
// than limits.h allows is allocated.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "trainer/runner/event.h"
#include "trainer/store/bytes.h"

namespace trainer::store {

// What is outside its range in this event, or nothing. Such an event is never written.
std::optional<engine::core::Error> range_fault(const runner::AttemptEvent& event);

// Microseconds since the start of the attempt.
engine::core::AttemptTime event_time_us(const runner::AttemptEvent& event);

// Precondition: 1..kMaxBlockEvents events without a range fault.
Bytes encode_events(std::span<const runner::AttemptEvent> events);
engine::core::Result<std::vector<runner::AttemptEvent>> decode_events(ByteView block);

// How many of the events make up the next block: 1 or more, so that its bytes stay near kBlockBytesAim
// (a hairline may be larger alone) and well below kMaxPayloadBytes. A Finished event is a block of its own.
std::size_t next_block(std::span<const runner::AttemptEvent> events);

}  // namespace trainer::store
