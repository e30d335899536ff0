#include "trainer/words/say.h"

#include <utility>

namespace trainer::words {

namespace {

Catalogue& spoken() {
  static Catalogue catalogue;
  return catalogue;
}

}  // namespace

void speak(Catalogue catalogue) {
  spoken() = std::move(catalogue);
}

std::string message(std::string_view english) {
  return spoken() ? spoken()(english, {}, 1) : std::string(english);
}

std::string message_for(std::string_view one, std::string_view many, std::size_t n) {
  return spoken() ? spoken()(one, many, n) : std::string(n == 1 ? one : many);
}

std::string filled(const std::string& message, std::string_view english, fmt::format_args args) {
  try {
    return fmt::vformat(message, args);
  } catch (const fmt::format_error&) {  // a catalogue comes from outside
    return fmt::vformat(english, args);
  }
}

}  // namespace trainer::words
