// Reading numbers from CSV files with a header line.
#pragma once

#include <string>
#include <vector>

#include "engine/core/result.h"

namespace trainer::cli {

// The named columns of FILE, in this order, row after row in one array; other columns are ignored. At most 2
// GiB. Columns are parted by commas, semicolons or tabs; numbers are those of `read_cell`, with one decimal
// mark in a file. Errors name file, line and column: missing column, not a number, NaN or infinite, a number
// that could be another, wrong count of fields.
engine::core::Result<std::vector<double>> read_csv(const std::string& path,
                                                   const std::vector<std::string>& columns);

}  // namespace trainer::cli
