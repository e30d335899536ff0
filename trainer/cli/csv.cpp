#include "trainer/cli/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/core/printable.h"
#include "trainer/cli/cell.h"
#include "trainer/cli/open.h"
#include "trainer/cli/rows.h"
#include "trainer/lessons/nearest.h"
#include "trainer/words/counts.h"

namespace trainer::cli {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::size_t kMaxBytes = std::size_t{2} << 30;

tl::unexpected<Error> wrong(int line, std::string column, std::string message) {
  return fail(Error{
      .message = std::move(message), .file = {}, .line = line, .column = {}, .field = std::move(column)});
}

// Where a table's columns stand, and what follows its header line.
struct Header {
  char separator = ',';
  std::vector<std::size_t> places;
  std::size_t size = 0, named = 0;  // columns; up to the last that has a name
  std::string_view rest;
  int next_line = 1;
};

// A name as it is written; else, where one column alone has it, in other capitals.
Result<std::size_t> place_of(const std::string& column, const Row& header) {
  const auto& names = header.fields;
  const auto place_by = [&](const auto& fits) -> std::vector<std::size_t> {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (fits(names[i])) places.push_back(i);
    return places;
  };
  auto places = place_by([&](std::string_view name) { return name == column; });
  if (places.empty())
    places = place_by([&](std::string_view name) { return lessons::small_letters(name) == column; });
  if (places.size() > 1) return wrong(header.line, column, "expected this column once");
  if (places.empty())
    return wrong(header.line, column,
                 "expected a header line with this column, columns parted by commas, semicolons or tabs");
  return places.front();
}

std::size_t named_columns(const Row& header) {
  auto named = header.fields.size();
  while (named > 0 && header.fields[named - 1].empty()) --named;
  return named;
}

// Excel's first line, which names the separator; and remarks, which say nothing of a table.
bool is_before_header(const Row& row) {
  return row.blank || row.fields[0].starts_with('#') ||
         (row.fields[0].starts_with("sep=") && row.fields[0].size() <= 5);
}

Result<Header> header_by(std::string_view text, char separator, const std::vector<std::string>& columns) {
  Rows rows(text, separator);
  Row row;
  while (true) {
    const auto more = rows.next(row);
    if (!more) return fail(more.error());
    if (!*more) return fail("the file is empty; expected a header line");
    Header header{separator, {}, row.fields.size(), named_columns(row), rows.rest(), rows.line()};
    Result<std::size_t> place = 0;
    for (const auto& column : columns) {
      place = place_of(column, row);
      if (!place) break;
      header.places.push_back(*place);
    }
    if (place) return header;
    if (!is_before_header(row)) return fail(place.error());
  }
}

// The separator with which the header has every column; the error is that of commas.
Result<Header> header_of(std::string_view text, const std::vector<std::string>& columns) {
  const auto first = header_by(text, kSeparators.front(), columns);
  if (first) return first;
  for (const char separator : kSeparators.substr(1))
    if (auto header = header_by(text, separator, columns)) return header;
  return first;
}

// All numbers of a file have one decimal mark: what could be read with either is read with that of the
// others.
class MarkOfFile {
 public:
  // Semicolons part columns where the comma is the decimal mark, commas and tabs where the point may be.
  explicit MarkOfFile(char separator) : usual_(separator == ';' ? DecimalMark::Comma : DecimalMark::Point) {}

  // The `index`-th number. Keeps what it says of the mark. Error: the file has the other one.
  Result<void> take(const CellNumber& number, std::size_t index, std::string_view text, int line,
                    const std::string& column) {
    if (number.mark == DecimalMark::None) return {};
    if (!number.sure) {
      if (number.mark != usual_ && !refusal_)
        refusal_ = Error{.message = shown(text) +
                                    " may be a whole number of thousands or one with a fraction; "
                                    "expected a decimal point and no mark for thousands",
                         .file = {},
                         .line = line,
                         .column = {},
                         .field = column};
      unsure_.push_back({index, number.mark, number.other});
      return {};
    }
    if (mark_ != DecimalMark::None && mark_ != number.mark)
      return wrong(line, column,
                   fmt::format("found {}, but line {} has a decimal {}; expected one decimal mark in a file",
                               shown(text), line_, mark_ == DecimalMark::Comma ? "comma" : "point"));
    if (mark_ == DecimalMark::None) line_ = line;
    mark_ = number.mark;
    return {};
  }
  // Makes the numbers that could be two what they are. Error: nothing tells.
  Result<void> settle(std::vector<double>& values) const {
    if (mark_ == DecimalMark::None && refusal_) return fail(*refusal_);
    for (const auto& one : unsure_)
      if (mark_ != DecimalMark::None && one.mark != mark_) values[one.index] = one.other;
    return {};
  }

 private:
  struct Unsure {
    std::size_t index;
    DecimalMark mark;
    double other;
  };
  DecimalMark usual_;
  DecimalMark mark_ = DecimalMark::None;  // of those that leave no doubt
  int line_ = 0;
  std::vector<Unsure> unsure_;
  std::optional<Error> refusal_;  // of the first that is not as usual
};

// In a row that lacks a value nobody knows which one it is.
Result<void> check_size(const Row& row, const Header& header, const std::vector<std::string>& columns) {
  const auto size = row.fields.size();
  if (size >= header.named && size <= header.size) return {};
  std::string lacking;
  for (std::size_t c = 0; c < columns.size() && lacking.empty(); ++c)
    if (header.places[c] >= size) lacking = columns[c];
  return wrong(row.line, lacking,
               fmt::format("expected {} as in the header, found {}", words::values(header.named), size));
}

Result<std::vector<double>> numbers_in(std::string_view text, const std::vector<std::string>& columns) {
  const auto header = header_of(text, columns);
  if (!header) return fail(header.error());
  Rows rows(header->rest, header->separator, header->next_line);
  MarkOfFile mark(header->separator);
  std::vector<double> values;
  for (Row row;;) {
    const auto more = rows.next(row);
    if (!more) return fail(more.error());
    if (!*more) break;
    if (row.blank) continue;
    while (row.fields.size() > header->size && row.fields.back().empty()) row.fields.pop_back();
    if (auto size = check_size(row, *header, columns); !size) return fail(size.error());
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto field = row.fields[header->places[c]];
      const auto number = read_cell(field);
      if (!number) return wrong(row.line, columns[c], "expected a finite number, found " + shown(field));
      if (auto one = mark.take(*number, values.size(), field, row.line, columns[c]); !one)
        return fail(one.error());
      values.push_back(number->value);
    }
  }
  if (auto told = mark.settle(values); !told) return fail(told.error());
  return values;
}

}  // namespace

Result<std::vector<double>> read_csv(const std::string& path, const std::vector<std::string>& columns) {
  auto text = read_text(path, kMaxBytes).and_then(text_in_utf8);
  auto values = text ? numbers_in(*text, columns) : Result<std::vector<double>>(fail(text.error()));
  if (values) return values;
  Error error = values.error();
  error.file = path;
  return fail(std::move(error));
}

}  // namespace trainer::cli
