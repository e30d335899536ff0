#include "trainer/store/record_decoder.h"

#include <algorithm>
#include <iterator>

#include "engine/core/check.h"
#include "trainer/store/event_codec.h"
#include "trainer/store/header_codec.h"
#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::fail;
using engine::core::Result;

Result<void> RecordDecoder::take_lesson(const RecordFrame& frame) {
  if (engine::core::blake2b(frame.payload) != record_.header.lesson_hash)
    return fail("the lesson is not the one that the header names");
  record_.lesson_bytes.assign(frame.payload.begin(), frame.payload.end());
  return {};
}

Result<void> RecordDecoder::take_equipment(const RecordFrame& frame) {
  if (engine::core::blake2b(frame.payload) != record_.header.equipment_hash)
    return fail("the equipment is not the one that the header names");
  record_.equipment_bytes.assign(frame.payload.begin(), frame.payload.end());
  return {};
}

Result<void> RecordDecoder::take_events(const RecordFrame& frame) {
  auto events = decode_events(frame.payload);
  if (!events) return fail(events.error());
  const bool claim = frame.type == FrameType::Finished;
  const auto is_claim = [](const auto& event) { return std::holds_alternative<runner::Finished>(event); };
  if (std::count_if(events->begin(), events->end(), is_claim) != (claim ? 1 : 0) ||
      (claim && events->size() != 1))
    return fail("the claim is not in a frame of its own");
  if (record_.events.size() + events->size() > kMaxRecordEvents)
    return fail("more events than a record may hold");
  for (const auto& event : *events) record_.valid_to_us = std::max(record_.valid_to_us, event_time_us(event));
  std::move(events->begin(), events->end(), std::back_inserter(record_.events));
  record_.finished = claim;
  return {};
}

Result<void> RecordDecoder::take_in(const RecordFrame& frame) {
  if (record_.finished) return fail("a frame after the end of the attempt");
  const bool lesson_due = frame.seq == 1;
  if (lesson_due != (frame.type == FrameType::Lesson)) return fail("the lesson is not where it belongs");
  const bool equipment_due = frame.seq == 2 && record_.header.equipment_hash.has_value();
  if (equipment_due != (frame.type == FrameType::Equipment))
    return fail("the equipment is not where it belongs");
  if (frame.type == FrameType::Lesson) return take_lesson(frame);
  if (frame.type == FrameType::Equipment) return take_equipment(frame);
  if (frame.type != FrameType::Header) return take_events(frame);
  auto header = decode_header(frame.payload);
  if (!header) return fail(header.error());
  record_.header = std::move(*header);
  return {};
}

Result<void> RecordDecoder::accept(ByteView bytes) {
  Chain next = chain_;
  const auto frame = next.open(bytes);
  if (!frame) return fail(frame.error());
  if (auto taken = take_in(*frame); !taken) return taken;
  chain_ = next;
  record_.valid_frames = chain_.next_seq();
  record_.head = chain_.head();
  return {};
}

std::vector<Bytes> opening_frames(Chain& chain, const RecordHeader& header, const Embedded& embedded) {
  std::vector<Bytes> frames;
  frames.push_back(chain.seal(FrameType::Header, encode_header(header)));
  frames.push_back(chain.seal(FrameType::Lesson, embedded.lesson));
  if (!embedded.equipment.empty()) frames.push_back(chain.seal(FrameType::Equipment, embedded.equipment));
  return frames;
}

std::vector<Bytes> event_frames(Chain& chain, std::span<const runner::AttemptEvent> events) {
  std::vector<Bytes> frames;
  while (!events.empty()) {
    const std::size_t count = next_block(events);
    const bool claim = std::holds_alternative<runner::Finished>(events[0]);
    frames.push_back(
        chain.seal(claim ? FrameType::Finished : FrameType::Events, encode_events(events.first(count))));
    events = events.subspan(count);
  }
  return frames;
}

}  // namespace trainer::store
