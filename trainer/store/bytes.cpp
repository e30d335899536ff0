#include "trainer/store/bytes.h"

#include <utility>

namespace trainer::store {

void ByteWriter::fixed(std::uint64_t value, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) byte(static_cast<std::uint8_t>(value >> (8 * i)));
}

void ByteWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    byte(static_cast<std::uint8_t>(value | 0x80));
    value >>= 7;
  }
  byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::zigzag(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  varint((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ByteWriter::text(std::string_view value) {
  varint(value.size());
  bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void ByteReader::refuse(std::string reason) {
  if (ok()) reason_ = std::move(reason);
  rest_ = {};
}

ByteView ByteReader::raw(std::size_t count) {
  if (count > rest_.size()) {
    refuse("cut short");
    return {};
  }
  const ByteView taken = rest_.first(count);
  rest_ = rest_.subspan(count);
  return taken;
}

std::uint8_t ByteReader::byte() {
  const ByteView taken = raw(1);
  return taken.empty() ? std::uint8_t{0} : taken[0];
}

std::uint64_t ByteReader::fixed(std::size_t width) {
  const ByteView taken = raw(width);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) value |= std::uint64_t{taken[i]} << (8 * i);
  return value;
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t next = byte();
    if (!ok()) return 0;
    if (shift == 63 && next > 1) break;
    value |= std::uint64_t{static_cast<std::uint8_t>(next & 0x7F)} << shift;
    if (next & 0x80) continue;
    if (next == 0 && shift > 0) break;  // a longer form of a shorter number
    return value;
  }
  refuse("a number that is not in its shortest form or too large");
  return 0;
}

std::int64_t ByteReader::zigzag() {
  const std::uint64_t bits = varint();
  return static_cast<std::int64_t>((bits >> 1) ^ (bits & 1 ? ~std::uint64_t{0} : 0));
}

std::string ByteReader::text(std::size_t at_most) {
  const std::uint64_t size = varint();
  if (size > at_most) {
    refuse("a text of " + std::to_string(size) + " bytes, at most " + std::to_string(at_most) + " expected");
    return {};
  }
  const ByteView taken = raw(static_cast<std::size_t>(size));
  return {taken.begin(), taken.end()};
}

}  // namespace trainer::store
