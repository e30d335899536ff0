#include "trainer/cli/numbers.h"

#include <fmt/format.h>

#include <charconv>

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
  return {[=](std::string& text) {
            std::uint64_t x = 0;
            return reads(text, x) && x <= high
                       ? std::string()
                       : fmt::format("expected a whole number from 0 to {}, found \"{}\"", high, text);
          },
          fmt::format("0 to {}", high)};
}

}  // namespace trainer::cli
