// Whose work at which lesson, and under which algorithms it counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/hash.h"
#include "engine/sim/event.h"

namespace trainer::store {

// A branch starts with a copy of its parent's events up to frame `seq`.
struct Branch {
  engine::core::Digest parent{};  // chain head of the parent at that frame
  std::uint64_t seq = 0;
  bool operator==(const Branch&) const = default;
};

struct RecordHeader {
  std::string lesson_id;               // at most 128 bytes
  engine::core::Digest lesson_hash{};  // BLAKE2b-256 of the lesson's bytes
  std::optional<engine::core::Digest> equipment_hash =
      {};                  // of the equipment's bytes; nothing: none is embedded
  std::uint64_t seed = 0;  // of the client
  engine::sim::DeviceKind device = engine::sim::DeviceKind::Mouse;
  int geometry = 0;             // engine::scalp::kGeometryVersion of the program that wrote it
  int scorer = 0;               // engine::scoring::kScorerVersion
  std::string program_version;  // at most 64 bytes
  std::optional<Branch> branch;
  bool operator==(const RecordHeader&) const = default;
};

}  // namespace trainer::store
