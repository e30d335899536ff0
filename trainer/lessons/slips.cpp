#include "trainer/lessons/slips.h"

#include <array>
#include <cctype>
#include "trainer/lessons/nearest.h"

namespace trainer::lessons {

namespace {

std::string_view line_of(std::string_view text, int number) {
  for (int i = 1; i < number; ++i) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r"), end = text.find_last_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, end - begin + 1);
}

bool holds_any(std::string_view line, std::initializer_list<std::string_view> signs) {
  for (const auto sign : signs)
    if (line.find(sign) != std::string_view::npos) return true;
  return false;
}

// A plain word: letters, digits, hyphens, spaces within.
bool is_word(std::string_view value) {
  if (value.empty() || std::isalpha(static_cast<unsigned char>(value.front())) == 0) return false;
  for (const char c : value)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != ' ' && c != '-' && c != '_' && c != '.')
      return false;
  return true;
}

// "0,5"
bool is_decimal_with_comma(std::string_view value) {
  const auto comma = value.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma + 1 == value.size()) return false;
  for (std::size_t i = value[0] == '-' ? 1 : 0; i < value.size(); ++i)
    if (i != comma && std::isdigit(static_cast<unsigned char>(value[i])) == 0) return false;
  return true;
}

std::string of_word(std::string_view value) {
  const std::string small = small_letters(value);
  if (small == "yes" || small == "on" || small == "true")
    return "write true for " + std::string(value) + ", in small letters";
  if (small == "no" || small == "off" || small == "false")
    return "write false for " + std::string(value) + ", in small letters";
  return "a text stands between straight quotes: \"" + std::string(value) + "\"";
}

std::string of_value(std::string_view value) {
  if (value.empty()) return "nothing stands behind the =";
  if (is_decimal_with_comma(value)) {
    std::string point(value);
    point[point.find(',')] = '.';
    return "a number has a point, no comma: " + point;
  }
  if (is_word(value)) return of_word(value);
  if (value.front() == '"' && value.find('\\') != std::string_view::npos)
    return "a backslash in a text is written twice, or the text stands between single quotes";
  if (value.front() == '"' && value.find('"', 1) == std::string_view::npos)
    return "the text that begins here has no closing quote";
  return {};
}

}  // namespace

std::string typing_slip(std::string_view text, Place at) {
  if (text.find('\0') != std::string_view::npos) return "the file is not UTF-8 text: save it as UTF-8";
  const std::string_view line = trimmed(line_of(text, at.line));
  // Quotation marks that writing programs put in the place of straight ones.
  if (holds_any(line, {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB", "\u00BB"}))
    return "TOML wants straight quotes (\"), not typographic ones";
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) {
    if (const auto colon = line.find(':'); colon != std::string_view::npos && is_word(line.substr(0, colon)))
      return "a name and its value are joined by =, not by a colon";
    return {};
  }
  const std::string_view key = trimmed(line.substr(0, equals));
  if (is_word(key) && key.find(' ') != std::string_view::npos) return "a name holds no space; use _ instead";
  std::string_view value = trimmed(line.substr(equals + 1));
  if (const auto comment = value.find(" #"); comment != std::string_view::npos)
    value = trimmed(value.substr(0, comment));
  return of_value(value);
}

}  // namespace trainer::lessons
