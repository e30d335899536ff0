#include "trainer/cli/csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "trainer/cli/open.h"

namespace trainer::cli {

using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::size_t kMaxBytes = std::size_t{2} << 30;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\"");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

void split(std::string_view row, std::vector<std::string_view>& fields) {
  fields.clear();
  for (std::size_t from = 0; from <= row.size();) {
    const auto comma = std::min(row.find(',', from), row.size());
    fields.push_back(trimmed(row.substr(from, comma - from)));
    from = comma + 1;
  }
}

// Takes a line off the front; it ends as on Unix, Windows or an old Mac.
std::string_view next_line(std::string_view& rest) {
  const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end);
  if (rest.starts_with("\r\n"))
    rest.remove_prefix(2);
  else if (!rest.empty())
    rest.remove_prefix(1);
  return line;
}

}  // namespace

Result<std::vector<double>> read_csv(const std::string& path, const std::vector<std::string>& columns) {
  const auto text = read_text(path, kMaxBytes);
  if (!text) return fail(text.error());
  std::string_view rest = *text;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // what Excel writes first
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<std::string_view> fields;
  std::vector<std::size_t> places;
  std::size_t header = 0;  // columns
  std::vector<double> values;
  for (int line = 1; !rest.empty(); ++line) {
    const std::string_view row = next_line(rest);
    if (trimmed(row).empty()) continue;
    split(row, fields);
    if (places.empty()) {
      for (const auto& column : columns) {
        const auto found = std::find(fields.begin(), fields.end(), column);
        if (found == fields.end())
          return fail({.message = "expected a header line with this column, columns parted by commas",
                       .file = path,
                       .line = line,
                       .column = {},
                       .field = column});
        if (std::count(fields.begin(), fields.end(), column) > 1)
          return fail({.message = "expected this column once",
                       .file = path,
                       .line = line,
                       .column = {},
                       .field = column});
        places.push_back(static_cast<std::size_t>(found - fields.begin()));
      }
      header = fields.size();
      continue;
    }
    while (fields.size() > header && fields.back().empty()) fields.pop_back();
    if (fields.size() > header)
      return fail({.message = "expected " + std::to_string(header) + " values as in the header, found " +
                              std::to_string(fields.size()),
                   .file = path,
                   .line = line,
                   .column = {},
                   .field = {}});
    for (std::size_t c = 0; c < columns.size(); ++c) {
      double value = 0.0;
      const std::string_view field = places[c] < fields.size() ? fields[places[c]] : std::string_view{};
      const auto parsed = std::from_chars(field.data(), field.data() + field.size(), value);
      if (field.empty() || parsed.ec != std::errc{} || parsed.ptr != field.data() + field.size() ||
          !std::isfinite(value))
        return fail(
            {.message = "expected a finite number, found \"" + std::string(field.substr(0, 40)) + "\"",
             .file = path,
             .line = line,
             .column = {},
             .field = columns[c]});
      values.push_back(value);
    }
  }
  if (places.empty()) return fail({.message = "the file is empty; expected a header line", .file = path});
  return values;
}

}  // namespace trainer::cli
