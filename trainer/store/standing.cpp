#include "trainer/store/standing.h"

#include <algorithm>

namespace trainer::store {

namespace {

constexpr std::size_t kMostTitle = 1024;         // bytes; a lesson's own limit is lower
constexpr std::uint64_t kMostCount = 1'000'000;  // dots, answers
constexpr std::uint8_t kStandingVersion = 1;

constexpr std::ptrdiff_t kTag = 8;

engine::core::Digest checksum(ByteView standing, ByteView head) {
  engine::core::Hasher hasher;
  hasher.add("standing");
  hasher.add(head);
  hasher.add(standing);
  return hasher.finish();
}

int count(ByteReader& in) {
  const std::uint64_t value = in.varint();
  if (value > kMostCount) in.refuse("a count beyond all measure");
  return in.ok() ? static_cast<int>(value) : 0;
}

}  // namespace

Bytes encode_standing(const Standing& standing, const engine::core::Digest& head) {
  ByteWriter out;
  out.byte(kStandingVersion);
  out.text(standing.lesson_title);
  out.varint(static_cast<std::uint64_t>(standing.dots));
  out.varint(static_cast<std::uint64_t>(standing.answers));
  out.byte(standing.line_drawn ? 1 : 0);
  Bytes bytes = out.release();
  const auto check = checksum(bytes, head);
  bytes.insert(bytes.end(), check.begin(), check.begin() + kTag);
  return bytes;
}

std::optional<Standing> decode_standing(ByteView bytes, ByteView head) {
  if (bytes.size() < std::size_t{kTag}) return std::nullopt;
  const ByteView told = bytes.first(bytes.size() - std::size_t{kTag});
  const auto check = checksum(told, head);
  if (!std::equal(check.begin(), check.begin() + kTag, bytes.end() - kTag)) return std::nullopt;
  ByteReader in(told);
  if (in.byte() != kStandingVersion) return std::nullopt;
  Standing standing;
  standing.lesson_title = in.text(kMostTitle);
  standing.dots = count(in);
  standing.answers = count(in);
  const std::uint8_t drawn = in.byte();
  standing.line_drawn = drawn == 1;
  if (!in.ok() || drawn > 1 || in.remaining() > 0) return std::nullopt;
  return standing;
}

}  // namespace trainer::store
