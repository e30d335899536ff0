// One number as other software writes it in a cell of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trainer::cli {

// What parts the whole from the fraction. A number does not always tell: 1,234 may be either.
enum class DecimalMark { None, Point, Comma };

struct CellNumber {
  double value = 0.0;
  DecimalMark mark = DecimalMark::None;  // the one by which it was read
  bool sure = true;                      // false: with the other mark it is another number,
  double other = 0.0;                    // this one
};

// Takes 12.5, +12.5, 1.25e1, 12,5, 1,234.5, 1.234,5, 1'234.5, a minus from U+2212, thousands parted by a
// space that does not break. Nothing for everything else: NaN, infinite or too large, hexadecimal, a unit, a
// percent sign, groups that are not of three digits, two numbers in one cell.
std::optional<CellNumber> read_cell(std::string_view text);

// Without blanks at its ends, those included that do not break.
std::string_view trimmed(std::string_view text);

// A cell in a message: at most 40 characters, quoted; what cannot be shown as \xHH, byte by byte.
std::string shown(std::string_view text);

}  // namespace trainer::cli
