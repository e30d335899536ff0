// Numbers of the command line. The library's own checks let NaN pass, take -1 for a huge unsigned
// number and 010 for eight.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trainer::cli {

CLI::Validator number_between(double low, double high);
CLI::Validator whole_number_up_to(std::uint64_t high);  // digits only
// Finite numbers from 0 up, joined by commas.
std::optional<std::vector<double>> numbers_of(const std::string& text);
constexpr std::uint64_t kLargestSeed = std::uint64_t{1} << 53;  // every reader of JSON holds it exactly

}  // namespace trainer::cli
