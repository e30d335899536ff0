// Frames in, a record out: the one place that knows the order of frames.
#pragma once

#include "trainer/store/frame.h"
#include "trainer/store/record.h"

namespace trainer::store {

class RecordDecoder {
 public:
  // The next frame. A failed call changes nothing, so what was accepted stays the longest valid prefix.
  engine::core::Result<void> accept(ByteView frame);

  [[nodiscard]] const Record& record() const { return record_; }
  [[nodiscard]] const Chain& chain() const { return chain_; }
  [[nodiscard]] bool has_lesson() const { return chain_.next_seq() >= 2; }
  [[nodiscard]] Record release() { return std::move(record_); }

 private:
  engine::core::Result<void> take_in(const Frame& frame);
  engine::core::Result<void> take_lesson(const Frame& frame);
  engine::core::Result<void> take_events(const Frame& frame);

  Chain chain_;
  Record record_;
};

// Frames 0 and 1 of a new record. Precondition: range_fault says nothing and the hash fits the bytes.
std::vector<Bytes> opening_frames(Chain& chain, const RecordHeader& header, ByteView lesson_bytes);
// The frames that hold these events.
std::vector<Bytes> event_frames(Chain& chain, std::span<const runner::AttemptEvent> events);

}  // namespace trainer::store
