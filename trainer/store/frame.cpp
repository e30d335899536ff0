#include "trainer/store/frame.h"

#include <algorithm>

#include "engine/core/check.h"
#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::Digest;
using engine::core::fail;
using engine::core::Hasher;
using engine::core::Result;

namespace {

std::size_t payload_limit(FrameType type) {
  return type == FrameType::Lesson ? kMaxLessonBytes : kMaxPayloadBytes;
}

bool known(std::uint8_t type) {
  return type >= static_cast<std::uint8_t>(FrameType::Header) &&
         type <= static_cast<std::uint8_t>(FrameType::Equipment);
}

}  // namespace

Result<std::size_t> frame_size(ByteView stream) {
  ByteReader in(stream);
  const std::uint64_t len = in.fixed(4);
  const std::uint8_t type = in.byte();
  if (!in.ok()) return fail("the frame is cut short");
  if (!known(type)) return fail("a frame of unknown type " + std::to_string(type));
  if (len > payload_limit(static_cast<FrameType>(type)))
    return fail("a frame of " + std::to_string(len) + " bytes is too long");
  const std::size_t size = kFrameHeadBytes + static_cast<std::size_t>(len) + kTagBytes;
  if (size > stream.size()) return fail("the frame is cut short");
  return size;
}

Result<RecordFrame> peek_frame(ByteView bytes) {
  const auto size = frame_size(bytes);
  if (!size) return fail(size.error());
  if (*size != bytes.size()) return fail("bytes after the end of the frame");
  ByteReader in(bytes);
  const auto len = static_cast<std::size_t>(in.fixed(4));
  const auto type = static_cast<FrameType>(in.byte());
  const std::uint8_t version = in.byte();
  if (version != kFrameVersion)
    return fail("a frame of version " + std::to_string(version) + ", this program reads " +
                std::to_string(kFrameVersion));
  const std::uint64_t seq = in.fixed(8);
  return RecordFrame{type, seq, in.raw(len)};
}

Digest Chain::link(ByteView head_and_payload, ByteView payload) const {
  Digest previous = head_;
  if (next_seq_ == 0) {
    Hasher root;
    root.add("smprec");
    root.add(payload);
    previous = root.finish();
  }
  Hasher hasher;
  hasher.add(previous);
  hasher.add(head_and_payload);
  return hasher.finish();
}

Bytes Chain::seal(FrameType type, ByteView payload) {
  ENGINE_CHECK(payload.size() <= payload_limit(type));
  ENGINE_CHECK((next_seq_ == 0) == (type == FrameType::Header));
  ByteWriter out;
  out.fixed(payload.size(), 4);
  out.byte(static_cast<std::uint8_t>(type));
  out.byte(kFrameVersion);
  out.fixed(next_seq_, 8);
  out.raw(payload);
  Bytes frame = out.release();
  head_ = link(frame, payload);
  frame.insert(frame.end(), head_.begin(), head_.begin() + kTagBytes);
  ++next_seq_;
  return frame;
}

Result<RecordFrame> Chain::open(ByteView bytes) {
  const auto frame = peek_frame(bytes);
  if (!frame) return frame;
  if (frame->seq != next_seq_)
    return fail("frame " + std::to_string(frame->seq) + " where frame " + std::to_string(next_seq_) +
                " was expected");
  if ((next_seq_ == 0) != (frame->type == FrameType::Header))
    return fail("the header is not where it belongs");
  const Digest next = link(bytes.first(bytes.size() - kTagBytes), frame->payload);
  if (!std::equal(next.begin(), next.begin() + kTagBytes, bytes.end() - kTagBytes))
    return fail("the tag does not match: the bytes were changed");
  head_ = next;
  ++next_seq_;
  return frame;
}

}  // namespace trainer::store
