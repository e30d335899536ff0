#include "trainer/lessons/slips.h"

#include <algorithm>
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

bool is_number(std::string_view value) {
  if (!value.empty() && (value.front() == '-' || value.front() == '+')) value.remove_prefix(1);
  bool digits = false, point = false;
  for (const char c : value) {
    if (c == '.' && point) return false;
    point = point || c == '.';
    digits = digits || std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (c != '.' && std::isdigit(static_cast<unsigned char>(c)) == 0) return false;
  }
  return digits;
}

// As TOML wants it: digits on both sides of the point, no zero before others, no point that nothing follows.
std::string well_written(std::string_view number) {
  std::string sign;
  if (number.front() == '-' || number.front() == '+') {
    sign = number.substr(0, 1);
    number.remove_prefix(1);
  }
  while (number.size() > 1 && number[0] == '0' && number[1] != '.') number.remove_prefix(1);
  if (number.back() == '.') number.remove_suffix(1);
  return sign + (number.front() == '.' ? "0" : "") + std::string(number);
}

// "60 mm", "40%", "60;", ".5"; and "1RL-0.25", which begins like a number and is none.
std::string of_number(std::string_view value) {
  const auto end = std::min(value.find_first_not_of("+-.0123456789"), value.size());
  const std::string_view number = value.substr(0, end), rest = trimmed(value.substr(end));
  if (!is_number(number)) return {};
  if (rest.empty()) {
    const std::string written = well_written(number);
    return written == number ? "" : "this number is written " + written;
  }
  if (rest == ";") return "no semicolon stands behind a value: " + well_written(number);
  const bool unit =
      rest == "%" || rest == "\u00B0" || rest == "\u00B5m" ||
      std::all_of(rest.begin(), rest.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
  if (unit && (value[end] == ' ' || rest.size() <= 3))
    return "a number stands alone, without a unit: " + well_written(number);
  const bool text = std::all_of(value.begin(), value.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == ' ';
  });
  return text ? "a text stands between straight quotes: \"" + std::string(value) + "\"" : "";
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
  if (value.front() == '=') return "one = joins a name and its value";
  if (value.front() == '`') return "a text stands between straight quotes (\"), not between backticks";
  if (is_word(value)) return of_word(value);
  if (auto slip = of_number(value); !slip.empty()) return slip;
  if (value.front() == '"' && value.find('\\') != std::string_view::npos)
    return "a backslash in a text is written twice, or the text stands between single quotes";
  if (value.front() == '"' && value.find('"', 1) == std::string_view::npos)
    return "the text that begins here has no closing quote";
  return {};
}

// The line less what stands between quotes, and all behind a quote that is not closed.
std::string without_texts(std::string_view line) {
  std::string rest;
  while (true) {
    const auto begin = line.find_first_of("\"'");
    rest += line.substr(0, begin);
    if (begin == std::string_view::npos) return rest;
    const auto end = line.find(line[begin], begin + 1);
    if (end == std::string_view::npos) return rest;
    line.remove_prefix(end + 1);
  }
}

// Signs that look like others, or like nothing.
std::string of_signs(std::string_view line) {
  if (line.starts_with("//") || line.find(" //") != std::string_view::npos)
    return "a comment begins with #, not with //";
  if (holds_any(line, {"\u00A0", "\u202F"}))
    return "a no-break space stands in this line: write an ordinary one in its place";
  if (holds_any(line, {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"}))
    return "a sign that cannot be seen (a zero-width space) stands in this line: write the line anew";
  if (holds_any(line, {"\u2013", "\u2014", "\u2212"}))
    return "the minus of a number is a hyphen (-), not a dash";
  return {};
}

std::string of_line_without_equals(std::string_view line) {
  if (line.empty() || line.front() == '[' || std::isalpha(static_cast<unsigned char>(line.front())) == 0)
    return {};
  return "a name and its value are joined by =";
}

}  // namespace

std::string refused_in_words(std::string_view refusal) {
  struct Words {
    const char *refusal, *said;
  };
  constexpr std::array kWords = {
      Words{"invalid utf-8", "the file is not UTF-8 text: save it as UTF-8"},
      Words{"expected comma or closing ']'", "a comma stands between the values of a list, and ] at its end"},
      Words{"cannot redefine existing array",
            "a list of several is headed [[...]] each time, here [...] stands"},
      Words{"as array-of-tables", "a list of several is headed [[...]] each time, before this [...] stands"},
  };
  for (const auto& words : kWords)
    if (refusal.find(words.refusal) != std::string_view::npos) return words.said;
  return std::string(refusal);
}

std::string typing_slip(std::string_view text, Place at) {
  if (text.find('\0') != std::string_view::npos) return "the file is not UTF-8 text: save it as UTF-8";
  const std::string_view line = trimmed(line_of(text, at.line));
  // Quotation marks that writing programs put in the place of straight ones.
  if (holds_any(line, {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB", "\u00BB"}))
    return "TOML wants straight quotes (\"), not typographic ones";
  if (auto slip = of_signs(without_texts(line)); !slip.empty()) return slip;
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) {
    if (const auto colon = line.find(':'); colon != std::string_view::npos && is_word(line.substr(0, colon)))
      return "a name and its value are joined by =, not by a colon";
    return of_line_without_equals(line);
  }
  const std::string_view key = trimmed(line.substr(0, equals));
  if (is_word(key) && key.find(' ') != std::string_view::npos) return "a name holds no space; use _ instead";
  std::string_view value = trimmed(line.substr(equals + 1));
  if (const auto comment = value.find(" #"); comment != std::string_view::npos)
    value = trimmed(value.substr(0, comment));
  return of_value(value);
}

}  // namespace trainer::lessons
