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
  // Header and what is embedded: without them nothing can be folded.
  [[nodiscard]] bool has_opening() const {
    return chain_.next_seq() >= (record_.header.equipment_hash ? 3U : 2U);
  }
  [[nodiscard]] Record release() { return std::move(record_); }

 private:
  engine::core::Result<void> take_in(const RecordFrame& frame);
  engine::core::Result<void> take_lesson(const RecordFrame& frame);
  engine::core::Result<void> take_equipment(const RecordFrame& frame);
  engine::core::Result<void> take_events(const RecordFrame& frame);

  Chain chain_;
  Record record_;
};

// The first two or three frames of a new record. Precondition: range_fault says nothing and the hashes fit
// the bytes.
std::vector<Bytes> opening_frames(Chain& chain, const RecordHeader& header, const Embedded& embedded);
// The frames that hold these events.
std::vector<Bytes> event_frames(Chain& chain, std::span<const runner::AttemptEvent> events);

}  // namespace trainer::store
