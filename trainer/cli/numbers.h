// Numbers of the command line. The library's own checks let NaN pass and take -1 for a huge unsigned number.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>

namespace trainer::cli {

CLI::Validator number_between(double low, double high);
CLI::Validator whole_number_up_to(std::uint64_t high);          // digits only
constexpr std::uint64_t kLargestSeed = std::uint64_t{1} << 53;  // every reader of JSON holds it exactly

}  // namespace trainer::cli
