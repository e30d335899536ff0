#include "trainer/ui/kit/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace trainer::ui {

namespace {

constexpr const char* kEllipsis = "…";
constexpr char kMark = '\x1f';  // no text has it

// The index after the character that starts at i.
std::size_t next_character(std::string_view text, std::size_t i) {
  ++i;
  while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) ++i;
  return i;
}

void add_paragraph(std::vector<std::string>& lines, std::string_view text, float width,
                   const Measure& measure) {
  std::string line;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && measure(longer) > width) {
      lines.push_back(std::move(line));
      line = word;
    } else {
      line = std::move(longer);
    }
  }
  lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, float width, const Measure& measure, int most_lines) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = std::min(text.find('\n'), text.size());
    add_paragraph(lines, text.substr(0, end), width, measure);
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  const auto most = static_cast<std::size_t>(most_lines);
  if (most_lines > 0 && lines.size() > most) {
    std::string rest = lines[most - 1];
    for (std::size_t i = most; i < lines.size(); ++i) rest += " " + lines[i];
    lines.resize(most);
    lines.back() = shorten(rest, width, measure);
  }
  return lines;
}

std::string shorten(std::string_view text, float width, const Measure& measure) {
  if (measure(text) <= width) return std::string(text);
  std::size_t best = 0;
  for (std::size_t i = next_character(text, 0); i < text.size(); i = next_character(text, i)) {
    if (measure(std::string(text.substr(0, i)) + kEllipsis) > width) break;
    best = i;
  }
  std::string kept(text.substr(0, best));
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept + kEllipsis;
}

std::string marked(std::string_view text) {
  return kMark + std::string(text) + kMark;
}

std::vector<TextPart> text_parts(std::string_view line) {
  std::vector<TextPart> all;
  for (bool inside = false;; inside = !inside) {
    const auto end = std::min(line.find(kMark), line.size());
    if (end > 0) all.push_back({std::string(line.substr(0, end)), inside});
    if (end == line.size()) return all;
    line.remove_prefix(end + 1);
  }
}

std::string number(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !zero ? "\u2212" + text : text;
}

std::string plain_words(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  std::replace(id.begin(), id.end(), '-', ' ');
  if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
  return id;
}

std::string clock_text(engine::core::AttemptTime t_us) {
  const std::int64_t s = t_us.us / 1'000'000;
  if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
  return fmt::format("{:02}:{:02}", s / 60, s % 60);
}

}  // namespace trainer::ui
