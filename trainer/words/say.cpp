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

}  // namespace trainer::words
