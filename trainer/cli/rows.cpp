#include "trainer/cli/rows.h"

#include <iconv.h>

#include <algorithm>
#include <optional>

#include "trainer/cli/cell.h"

namespace trainer::cli {

using engine::core::fail;
using engine::core::Result;

namespace {

constexpr const char* kNoText = "is no text that can be read here; expected a table saved as CSV in UTF-8";

// What a mark of byte order at the start says; null: not UTF-16.
const char* utf16_of(std::string_view text) {
  using namespace std::string_view_literals;
  const bool utf32 = text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv);
  if (utf32) return nullptr;
  if (text.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  return text.starts_with("\xFE\xFF"sv) ? "UTF-16BE" : nullptr;
}

// UTF-16 of that name as UTF-8. Halves of pairs that stand alone become the sign for
// what cannot be read; half a unit at the end is left out. Nothing: the system cannot do it.
std::optional<std::string> from_utf16(std::string_view bytes, const char* encoding) {
  constexpr std::string_view kUnreadable = "\xEF\xBF\xBD";
  const iconv_t turning = iconv_open("UTF-8", encoding);
  if (turning == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string in(bytes), out((bytes.size() / 2) * kUnreadable.size(), '\0');  // no unit gives more
  char *from = in.data(), *to = out.data();
  std::size_t left = in.size(), room = out.size();
  while (iconv(turning, &from, &left, &to, &room) == static_cast<std::size_t>(-1) && left >= 2) {
    to = std::copy(kUnreadable.begin(), kUnreadable.end(), to);
    room -= kUnreadable.size();
    from += 2;
    left -= 2;
  }
  iconv_close(turning);
  out.resize(out.size() - room);
  return out;
}

void drop_blanks(std::string_view& text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
}

}  // namespace

Result<std::string> text_in_utf8(std::string text) {
  if (const char* encoding = utf16_of(text)) {
    auto turned = from_utf16(std::string_view(text).substr(2), encoding);
    if (!turned) return fail(kNoText);
    text = std::move(*turned);
  } else if (text.starts_with("\xEF\xBB\xBF")) {  // what Excel writes first
    text.erase(0, 3);
  }
  if (text.find('\0') != std::string::npos) return fail(kNoText);
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
