#include "trainer/cli/rows.h"

#include <algorithm>
#include <cstdint>

#include "trainer/cli/cell.h"

namespace trainer::cli {

using engine::core::fail;
using engine::core::Result;

namespace {

void put_utf8(std::string& out, std::uint32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6), tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12), tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0);
  }
}

// Halves of pairs that stand alone become the sign for what cannot be read.
std::string from_utf16(std::string_view bytes, bool big_end_first) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<std::uint8_t>(bytes[at]), b = static_cast<std::uint8_t>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_end_first ? a << 8 | b : b << 8 | a);
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t c = unit(at);
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c & 0x3FF) << 10) + (unit(at + 2) & 0x3FF);
      at += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    put_utf8(out, c);
  }
  return out;
}

void drop_blanks(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
}

}  // namespace

Result<std::string> text_in_utf8(std::string text) {
  using namespace std::string_view_literals;
  const std::string_view bytes = text;
  const bool wide = bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv);
  if (!wide && bytes.starts_with("\xFF\xFE"sv))
    text = from_utf16(bytes.substr(2), false);
  else if (!wide && bytes.starts_with("\xFE\xFF"sv))
    text = from_utf16(bytes.substr(2), true);
  else if (bytes.starts_with("\xEF\xBB\xBF"sv))  // what Excel writes first
    text.erase(0, 3);
  if (text.find('\0') != std::string::npos)
    return fail("is no text that can be read here; expected a table saved as CSV in UTF-8");
  return text;
}

Result<std::string_view> Rows::quoted() {
  const int begun = line_;
  rest_.remove_prefix(1);
  for (std::size_t at = 0; at < rest_.size(); ++at) {
    if (rest_[at] == '\n' || (rest_[at] == '\r' && !rest_.substr(at + 1).starts_with('\n'))) ++line_;
    if (rest_[at] != '"') continue;
    if (rest_.substr(at + 1).starts_with('"')) {
      ++at;
      continue;
    }
    const std::string_view field = rest_.substr(0, at);
    rest_.remove_prefix(at + 1);
    if (const auto behind = bare(); !behind.empty())
      return fail({.message = "expected the next column behind the closing quote, found " + shown(behind),
                   .file = {},
                   .line = line_});
    return field;
  }
  return fail({.message = "the quotes that open here are never closed", .file = {}, .line = begun});
}

std::string_view Rows::bare() {
  const char ends[] = {separator_, '\r', '\n'};
  const auto end = std::min(rest_.find_first_of(std::string_view(ends, 3)), rest_.size());
  const std::string_view field = rest_.substr(0, end);
  rest_.remove_prefix(end);
  return trimmed(field);
}

bool Rows::at_end_of_row() {
  if (rest_.starts_with(separator_)) {
    rest_.remove_prefix(1);
    return false;
  }
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : rest_.empty() ? 0 : 1);
  ++line_;
  return true;
}

Result<bool> Rows::next(Row& row) {
  if (rest_.empty()) return false;
  row.line = line_;
  row.fields.clear();
  row.blank = true;
  do {
    std::string_view ahead = rest_;
    if (separator_ != '\t') drop_blanks(ahead);
    if (!ahead.starts_with('"')) {
      row.fields.push_back(bare());
      row.blank = row.blank && row.fields.back().empty();
      continue;
    }
    rest_ = ahead;
    const auto field = quoted();
    if (!field) return fail(field.error());
    row.fields.push_back(trimmed(*field));
    row.blank = false;
  } while (!at_end_of_row());
  return true;
}

}  // namespace trainer::cli
