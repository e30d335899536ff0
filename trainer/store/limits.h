// What a record may hold. A reader allocates nothing larger, whatever a file claims.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trainer::store {

constexpr std::size_t kMaxLessonBytes = 8u << 20;   // docs/design.md 3: a .smplesson of at most 8 MiB
constexpr std::size_t kMaxPayloadBytes = 1u << 20;  // of every other frame
constexpr std::size_t kMaxBlockEvents = 4096;       // 4 s of a 1 kHz pen; blocks come every 100 ms
constexpr std::size_t kBlockBytesAim =
    5u << 10;  // by the bound of each event; some 1 KB written, so that a cut costs little
constexpr std::uint64_t kMaxRecordEvents = 8'000'000;  // 2 h of a 1 kHz pen in contact
constexpr std::uint64_t kMaxRecordFrames = 4'000'000;  // 100 h at 10 commits a second

constexpr std::size_t kMaxLessonId = 128;  // bytes of UTF-8, as all texts below
constexpr std::size_t kMaxProgramVersion = 64;
constexpr std::size_t kMaxDeviceName = 128;  // engine/sim/event.h
constexpr std::size_t kMaxPigment = 32;      // engine/skin/needle.h
constexpr std::size_t kMaxCue = 256;
constexpr std::size_t kMaxDigestText = 64;  // 32 bytes in hex
constexpr std::size_t kMaxHairlinePoints = 10'000;

constexpr std::int64_t kMaxTimeUs = 1'000'000'000'000'000;  // 31 years: sums of times cannot overflow

}  // namespace trainer::store
