// How far an attempt has come, for lists: kept in the closing row of its file, so that nobody needs to fold
// it to say so. Of no weight: no frame holds it, and a score never reads it.
#pragma once

#include <optional>
#include <string>

#include "engine/core/hash.h"
#include "trainer/store/bytes.h"

namespace trainer::store {

struct Standing {
  std::string lesson_title;  // as the record's own lesson has it
  int dots = 0;              // to be seen, beside the zones too
  int answers = 0;
  bool line_drawn = false;
  bool operator==(const Standing&) const = default;
};

// Nothing done yet that one could go on with.
constexpr bool untouched(const Standing& s) {
  return s.dots == 0 && s.answers == 0 && !s.line_drawn;
}

// `head`: of the chain whose work it is. Bytes that were changed, or that stand beside another head, give
// nothing.
Bytes encode_standing(const Standing& standing, const engine::core::Digest& head);
std::optional<Standing> decode_standing(ByteView bytes, ByteView head);

}  // namespace trainer::store
