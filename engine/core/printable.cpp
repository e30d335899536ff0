#include "engine/core/printable.h"

#include <cstdint>

namespace engine::core {

namespace {

constexpr char32_t kLargest = 0x10FFFF, kFirstSurrogate = 0xD800, kLastSurrogate = 0xDFFF;

void put_escaped(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto byte = static_cast<std::uint8_t>(c);
  out += "\\x";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

bool is_control(std::string_view character) {
  if (character.size() == 1) return static_cast<std::uint8_t>(character[0]) < 0x20 || character[0] == 0x7F;
  // The second set of control characters, and those that part lines or turn the direction of writing.
  return (character.size() == 2 && character[0] == '\xC2' &&
          static_cast<std::uint8_t>(character[1]) < 0xA0) ||
         (character >= "\xE2\x80\xA8" && character <= "\xE2\x80\xAE") ||
         (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9");
}

void put_control(std::string& out, std::string_view character) {
  if (character == "\n")
    out += "\\n";
  else if (character == "\r")
    out += "\\r";
  else if (character == "\t")
    out += "\\t";
  else
    for (const char c : character) put_escaped(out, c);
}

std::string rewritten(std::string_view bytes, bool one_line) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto size = utf8_character(bytes);
    const auto character = bytes.substr(0, size);
    if (size == 0)
      put_escaped(out, bytes.front());
    else if (one_line && is_control(character))
      put_control(out, character);
    else
      out += character;
    bytes.remove_prefix(size == 0 ? 1 : size);
  }
  return out;
}

}  // namespace

std::size_t utf8_character(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const auto first = static_cast<std::uint8_t>(bytes[0]);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || first > 0xF7 || bytes.size() < size) return 0;
  char32_t value = first & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto next = static_cast<std::uint8_t>(bytes[i]);
    if ((next & 0xC0) != 0x80) return 0;
    value = value << 6 | (next & 0x3F);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool good =
      value >= kSmallest[size] && value <= kLargest && !(value >= kFirstSurrogate && value <= kLastSurrogate);
  return good ? size : 0;
}

std::string as_utf8(std::string_view bytes) {
  return rewritten(bytes, false);
}

std::string on_one_line(std::string_view bytes) {
  return rewritten(bytes, true);
}

}  // namespace engine::core
