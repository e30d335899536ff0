#include "trainer/cli/cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/core/printable.h"

namespace trainer::cli {

namespace {

constexpr char kGroupSpace = ' ';  // any blank that does not break, once a cell is normal

constexpr std::string_view kMinus = "\xE2\x88\x92";
// No-break, figure, thin and narrow no-break space: what parts thousands.
constexpr std::array<std::string_view, 4> kSpaces = {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89",
                                                     "\xE2\x80\xAF"};
constexpr std::string_view kApostrophe = "\xE2\x80\x99";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// How many bytes of a blank stand at the front, or at the back.
std::size_t blank_in_front(std::string_view text) {
  if (text.starts_with(' ') || text.starts_with('\t')) return 1;
  for (const auto space : kSpaces)
    if (text.starts_with(space)) return space.size();
  return 0;
}
std::size_t blank_behind(std::string_view text) {
  if (text.ends_with(' ') || text.ends_with('\t')) return 1;
  for (const auto space : kSpaces)
    if (text.ends_with(space)) return space.size();
  return 0;
}

// One byte for each sign that a number is made of; empty when it holds another.
std::string normal(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 1;
    if (text.starts_with(kMinus))
      out += '-', taken = kMinus.size();
    else if (text.starts_with(kApostrophe))
      out += '\'', taken = kApostrophe.size();
    else if (const auto space = blank_in_front(text); space > 1)
      out += kGroupSpace, taken = space;
    else if (is_digit(text.front()) || std::string_view("+-.,'eE").find(text.front()) != text.npos)
      out += text.front();
    else
      return {};
    text.remove_prefix(taken);
  }
  return out;
}

// The digits of 1,234,567 without what parts them; nothing when the groups are not of three.
std::optional<std::string> without_groups(std::string_view whole, char group) {
  const auto first = std::min(whole.find(group), whole.size());
  if (first < 1 || first > 3 || whole[0] == '0') return std::nullopt;
  std::string digits(whole.substr(0, first));
  for (auto rest = whole.substr(first); !rest.empty(); rest.remove_prefix(4)) {
    if (rest.size() < 4 || rest[0] != group || !std::all_of(rest.begin() + 1, rest.begin() + 4, is_digit))
      return std::nullopt;
    digits += rest.substr(1, 3);
  }
  return digits;
}

bool could_be_thousands(std::string_view digits_and_mark, char mark) {
  return without_groups(digits_and_mark, mark).has_value();
}

DecimalMark mark_of(char decimal) {
  return decimal == '.' ? DecimalMark::Point : decimal == ',' ? DecimalMark::Comma : DecimalMark::None;
}

std::optional<double> value_of(std::string_view plain) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

// Which of the marks in a number parts its fraction and which its thousands; 0 for none.
struct Marks {
  char decimal = 0, group = 0;
};
std::optional<Marks> marks_in(std::string_view body) {
  std::string marks;
  std::copy_if(body.begin(), body.end(), std::back_inserter(marks), [](char c) { return !is_digit(c); });
  if (marks.empty()) return Marks{};
  const char first = marks.front(), last = marks.back();
  const bool last_is_decimal = last == '.' || last == ',';
  if (marks.size() == 1 && last_is_decimal) return Marks{last, 0};
  if (std::all_of(marks.begin(), marks.end(), [&](char c) { return c == first; })) return Marks{0, first};
  if (!last_is_decimal || !std::all_of(marks.begin(), marks.end() - 1, [&](char c) { return c == first; }))
    return std::nullopt;
  return Marks{last, first};
}

// 1,234,567 says that commas part thousands, and so that a point parts the fraction.
DecimalMark told_by(Marks marks) {
  if (marks.decimal != 0) return mark_of(marks.decimal);
  return marks.group == ','   ? DecimalMark::Point
         : marks.group == '.' ? DecimalMark::Comma
                              : DecimalMark::None;
}

// 12.5e-3 in parts: what stands before the power of ten, and that power as it is written.
struct Parts {
  std::string sign, body, exponent;
};
std::optional<Parts> parts_of(std::string_view text) {
  std::string cell = normal(text);
  Parts parts;
  if (cell.starts_with('-') || cell.starts_with('+')) {
    if (cell[0] == '-') parts.sign = "-";
    cell.erase(0, 1);
  }
  const auto power = std::min(cell.find_first_of("eE"), cell.size());
  parts.body = cell.substr(0, power);
  parts.exponent = cell.substr(power);
  if (parts.exponent.size() > 2 && parts.exponent[1] == '+' && is_digit(parts.exponent[2]))
    parts.exponent.erase(1, 1);
  if (parts.body.find_first_of("+-") != std::string::npos) return std::nullopt;
  return parts;
}

// Of 1,234 as one thousand and so on.
double as_thousands(const std::string& sign, std::string_view body, char mark) {
  const auto digits = without_groups(body, mark);
  return digits ? value_of(sign + *digits).value_or(0.0) : 0.0;
}

// As most cells are.
std::optional<CellNumber> read_plain(std::string_view text) {
  const auto value = value_of(text);
  if (!value) return std::nullopt;
  const std::string_view body = text.substr(text.starts_with('-') ? 1 : 0);
  const bool fraction = body.find('.') != body.npos;
  const bool unsure = fraction && could_be_thousands(body, '.');
  return CellNumber{*value, fraction ? DecimalMark::Point : DecimalMark::None, !unsure,
                    unsure ? as_thousands(text.starts_with('-') ? "-" : "", body, '.') : 0.0};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const auto blank = blank_in_front(text)) text.remove_prefix(blank);
  while (const auto blank = blank_behind(text)) text.remove_suffix(blank);
  return text;
}

std::optional<CellNumber> read_cell(std::string_view text) {
  text = trimmed(text);
  if (const auto plain = read_plain(text)) return plain;
  const auto parts = parts_of(text);
  const auto marks = parts ? marks_in(parts->body) : std::nullopt;
  if (!marks || (marks->group != 0 && !parts->exponent.empty())) return std::nullopt;
  const auto& body = parts->body;
  const auto at = marks->decimal == 0 ? body.size() : body.find(marks->decimal);
  std::string whole = body.substr(0, at);
  const std::string fraction = body.substr(std::min(at + 1, body.size()));
  if (whole.empty() && fraction.empty()) return std::nullopt;
  if (marks->group != 0) {
    const auto digits = without_groups(whole, marks->group);
    if (!digits) return std::nullopt;
    whole = *digits;
  }
  const auto value = value_of(parts->sign + (whole.empty() ? "0" : whole) + "." + fraction + parts->exponent);
  if (!value) return std::nullopt;
  const bool unsure = marks->decimal != 0 && marks->group == 0 && parts->exponent.empty() &&
                      could_be_thousands(body, marks->decimal);
  return CellNumber{*value, told_by(*marks), !unsure,
                    unsure ? as_thousands(parts->sign, body, marks->decimal) : 0.0};
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::size_t size = 0;
  for (std::size_t count = 0; size < text.size() && count < kLongest; ++count)
    size += std::max<std::size_t>(1, engine::core::utf8_character(text.substr(size)));
  return '"' + engine::core::on_one_line(text.substr(0, size)) + (size < text.size() ? "..." : "") + '"';
}

}  // namespace trainer::cli
