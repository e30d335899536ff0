// Frames, the chained units of a record: `len u32 | type u8 | version u8 | seq u64 | payload | tag`,
// little-endian, len = bytes of payload, tag = first 8 bytes of
//   H_i = BLAKE2b-256(H_{i-1} || len || type || version || seq || payload),
//   H_{-1} = BLAKE2b-256("smprec" || payload of frame 0, the header).
// The chain runs over stored bytes, so one flipped bit, one dropped or swapped frame ends it there.
#pragma once

#include <cstdint>

#include "engine/core/hash.h"
#include "engine/core/result.h"
#include "trainer/store/bytes.h"

namespace trainer::store {

enum class FrameType : std::uint8_t { Header = 1, Lesson = 2, Events = 3, Finished = 4, Equipment = 5 };

constexpr std::uint8_t kFrameVersion = 1;
constexpr std::size_t kFrameHeadBytes = 14;
constexpr std::size_t kTagBytes = 8;

// A view into the bytes it was opened from.
struct RecordFrame {
  FrameType type;
  std::uint64_t seq;
  ByteView payload;
};

// Bytes of the frame at the start of a stream of frames. Error: cut short, or longer than is allowed.
engine::core::Result<std::size_t> frame_size(ByteView stream);

// RecordFrame without its place in the chain: for looking at one frame, never for trusting it.
engine::core::Result<RecordFrame> peek_frame(ByteView bytes);

class Chain {
 public:
  // The bytes of the next frame. Precondition: the payload is within limits.h; frame 0 is the header.
  Bytes seal(FrameType type, ByteView payload);
  // Checks that these bytes are exactly the next frame. A failed call changes nothing.
  engine::core::Result<RecordFrame> open(ByteView bytes);

  [[nodiscard]] std::uint64_t next_seq() const { return next_seq_; }
  [[nodiscard]] const engine::core::Digest& head() const { return head_; }  // H of the last frame

 private:
  [[nodiscard]] engine::core::Digest link(ByteView head_and_payload, ByteView payload) const;

  engine::core::Digest head_{};
  std::uint64_t next_seq_ = 0;
};

}  // namespace trainer::store
