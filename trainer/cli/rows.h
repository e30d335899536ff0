// The rows of a table in a text file: CSV as of RFC 4180, and what spreadsheets make of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace trainer::cli {

// What parts the columns of a table.
constexpr std::string_view kSeparators = ",;\t";

// `text` as UTF-8 without a mark of byte order: UTF-16 with its mark is turned into it. Error: UTF-32, UTF-16
// without a mark, or bytes of 0.
engine::core::Result<std::string> text_in_utf8(std::string text);

struct Row {
  int line = 0;                          // where it begins, from 1
  std::vector<std::string_view> fields;  // without blanks around them and without their quotes
  bool blank = false;                    // nothing but blanks and separators
};

// Reads row after row. A field in quotes may hold separators and line ends; a quote in it is doubled, and
// stays so in `fields`. Lines end as on Unix, Windows or an old Mac.
class Rows {
 public:
  Rows(std::string_view text, char separator, int line = 1)
      : rest_(text), separator_(separator), line_(line) {}

  // False behind the last row. Error, with its line: quotes that do not close, or text behind closing ones.
  engine::core::Result<bool> next(Row& row);

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] int line() const { return line_; }

 private:
  engine::core::Result<std::string_view> quoted();
  std::string_view bare();
  bool at_end_of_row();

  std::string_view rest_;
  char separator_;
  int line_;
};

}  // namespace trainer::cli
