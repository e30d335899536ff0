#include "trainer/store/header_codec.h"

#include <algorithm>
#include <limits>

#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::Digest;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

Digest read_digest(ByteReader& in) {
  Digest digest{};
  const ByteView taken = in.raw(digest.size());
  std::copy(taken.begin(), taken.end(), digest.begin());
  return digest;
}

int read_version(ByteReader& in) {
  const std::uint64_t value = in.varint();
  if (value > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
    in.refuse("a version that is out of range");
  return in.ok() ? static_cast<int>(value) : 0;
}

}  // namespace

std::optional<Error> range_fault(const RecordHeader& header) {
  if (header.lesson_id.size() > kMaxLessonId) return Error{.message = "a lesson id has at most 128 bytes"};
  if (header.program_version.size() > kMaxProgramVersion)
    return Error{.message = "a program version has at most 64 bytes"};
  if (header.geometry < 0 || header.scorer < 0)
    return Error{.message = "geometry and scorer versions are not negative"};
  return std::nullopt;
}

Bytes encode_header(const RecordHeader& header) {
  ByteWriter out;
  out.text(header.lesson_id);
  out.raw(header.lesson_hash);
  out.byte(header.equipment_hash ? 1 : 0);
  if (header.equipment_hash) out.raw(*header.equipment_hash);
  out.fixed(header.seed, 8);
  out.byte(static_cast<std::uint8_t>(header.device));
  out.varint(static_cast<std::uint64_t>(header.geometry));
  out.varint(static_cast<std::uint64_t>(header.scorer));
  out.text(header.program_version);
  out.byte(header.branch ? 1 : 0);
  if (header.branch) {
    out.raw(header.branch->parent);
    out.varint(header.branch->seq);
  }
  return out.release();
}

Result<RecordHeader> decode_header(ByteView payload) {
  ByteReader in(payload);
  RecordHeader header;
  header.lesson_id = in.text(kMaxLessonId);
  header.lesson_hash = read_digest(in);
  const std::uint8_t equipped = in.byte();
  if (equipped > 1) in.refuse("neither equipment nor none");
  if (equipped == 1) header.equipment_hash = read_digest(in);
  header.seed = in.fixed(8);
  const std::uint8_t device = in.byte();
  if (device > static_cast<std::uint8_t>(engine::sim::DeviceKind::File))
    in.refuse("a device of an unknown kind");
  header.device = static_cast<engine::sim::DeviceKind>(device);
  header.geometry = read_version(in);
  header.scorer = read_version(in);
  header.program_version = in.text(kMaxProgramVersion);
  const std::uint8_t branched = in.byte();
  if (branched > 1) in.refuse("neither a branch nor none");
  if (branched == 1) {
    const Digest parent = read_digest(in);
    header.branch = Branch{parent, in.varint()};
  }
  if (in.ok() && in.remaining() > 0) in.refuse("bytes after the end of the header");
  if (!in.ok()) return fail("header: " + in.reason());
  return header;
}

}  // namespace trainer::store
