// Little-endian numbers, varints (LEB128, shortest form only) and zig-zag, written to and read from bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trainer::store {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

class ByteWriter {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(value); }
  void fixed(std::uint64_t value, std::size_t width);  // little-endian, width 1..8 bytes
  void varint(std::uint64_t value);
  void zigzag(std::int64_t value);
  void text(std::string_view value);  // length, bytes
  void raw(ByteView value) { bytes_.insert(bytes_.end(), value.begin(), value.end()); }

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] Bytes release() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

// Total: after the first failure every read gives zero or nothing and `ok()` is false.
class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}

  std::uint8_t byte();
  std::uint64_t fixed(std::size_t width);
  std::uint64_t varint();
  std::int64_t zigzag();
  std::string text(std::size_t at_most);
  ByteView raw(std::size_t count);

  void refuse(std::string reason);  // the first reason stays
  [[nodiscard]] bool ok() const { return reason_.empty(); }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] std::size_t remaining() const { return rest_.size(); }

 private:
  ByteView rest_;
  std::string reason_;
};

}  // namespace trainer::store
