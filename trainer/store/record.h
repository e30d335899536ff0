// The record of one attempt, NAME.smprec: the only truth about it. A SQLite file (application_id
// kApplicationId, user_version kFormatVersion) whose rows are chained frames: header, lesson, blocks of
// events, and the claim when it is finished. It needs nothing but itself to be folded and scored.
//
// Three answers to "can this be read": yes; damaged (ours, a valid prefix may be left); or an Error: not a
// record, in use, or of another format, geometry or scorer version than this program's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "trainer/runner/event.h"
#include "trainer/store/record_header.h"

namespace trainer::store {

constexpr std::int32_t kApplicationId = 0x534D5052;  // "SMPR", bytes 68-71 of the file
constexpr std::int32_t kFormatVersion = 2;
constexpr const char* kRecordEnding = ".smprec";

struct Record {
  RecordHeader header;
  std::vector<std::uint8_t> lesson_bytes;     // a .smplesson
  std::vector<std::uint8_t> equipment_bytes;  // trainer/lessons/equipment.h; empty: none is embedded
  std::vector<runner::AttemptEvent> events;
  bool finished = false;  // ends with the claim
  bool salvaged = false;  // the file is damaged; this is its longest valid prefix
  bool unclosed = false;  // the program that wrote it stopped without closing it (a crash)
  std::uint64_t valid_frames = 0;
  engine::core::AttemptTime valid_to_us{};  // time of the latest event
  engine::core::Digest head{};              // chain head after the last valid frame
};

// What a record carries so that it needs nothing but itself: the lesson, and what needles, pigments and skin
// do. Views: the bytes must outlive the call they are handed to.
struct Embedded {
  std::span<const std::uint8_t> lesson, equipment = {};

  Embedded(const std::vector<std::uint8_t>& lesson_bytes) : lesson(lesson_bytes) {}  // a lesson alone
  Embedded(std::span<const std::uint8_t> lesson_bytes, std::span<const std::uint8_t> equipment_bytes)
      : lesson(lesson_bytes), equipment(equipment_bytes) {}
};

enum class ReadMode { Strict, Salvage };

// Reads without changing the file; of a record left by a crash it reads all that was committed.
// Strict: a damaged record is an Error. Salvage: an Error only when not even header and lesson are left.
engine::core::Result<Record> read_record(const std::string& path, ReadMode mode);

// Writes once: temporary file beside it, fsync, rename, fsync of the folder; a failure leaves what was
// there. Error: an event or text out of range, a hash not that of the bytes, a record in use there.
engine::core::Result<void> write_record(const std::string& path, const RecordHeader& header,
                                        const Embedded& embedded,
                                        std::span<const runner::AttemptEvent> events);

struct Verification {
  bool intact = false;
  std::uint64_t valid_frames = 0;
  engine::core::AttemptTime valid_to_us{};
  std::string reason;  // why not intact; empty when it is
  bool finished = false;
  bool unclosed = false;
  bool never_closed = false;           // no closing mark at all; intact only when the log beside it is whole
  std::optional<RecordHeader> header;  // when frame 0 is valid
  engine::core::Digest head{};
};
engine::core::Result<Verification> verify_record(const std::string& path);

// Whether the file says that somebody writes it, or went without closing it: then what was done last lies in
// NAME.smprec-wal beside it.
bool left_open(const std::string& path);
// Whether a program holds it at this moment, so that nobody else can look.
bool in_use(const std::string& path);

}  // namespace trainer::store
