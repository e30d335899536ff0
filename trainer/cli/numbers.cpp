#include "trainer/cli/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trainer::cli {

namespace {

template <class T>
bool reads(const std::string& text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

CLI::Validator number_between(double low, double high) {
  const std::string range = fmt::format("{:.10g} to {:.10g}", low, high);
  return {[=](std::string& text) {
            double x = 0.0;
            return reads(text, x) && x >= low && x <= high
                       ? std::string()
                       : fmt::format("expected a number from {}, found \"{}\"", range, text);
          },
          range};
}

CLI::Validator whole_number_up_to(std::uint64_t high) {
  return {[=](std::string& text) -> std::string {
            std::uint64_t x = 0;
            if (!reads(text, x) || x > high)
              return fmt::format("expected a whole number from 0 to {}, found \"{}\"", high, text);
            text = std::to_string(x);  // the library would take 010 for eight
            return {};
          },
          fmt::format("0 to {}", high)};
}

std::optional<std::vector<double>> numbers_of(const std::string& text) {
  std::vector<double> numbers;
  for (std::size_t from = 0; from <= text.size();) {
    const auto comma = std::min(text.find(',', from), text.size());
    double value = 0.0;
    if (!reads(text.substr(from, comma - from), value) || !std::isfinite(value) || value < 0.0)
      return std::nullopt;
    numbers.push_back(value);
    from = comma + 1;
  }
  return numbers;
}

}  // namespace trainer::cli
