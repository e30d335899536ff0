#include "trainer/lessons/nesting.h"

namespace trainer::lessons {

namespace {

// Follows strings and comments just closely enough to know which brackets and dots are real. Where the
// text is not TOML the count may be off; the parser then finds the error of syntax.
class Scanner {
 public:
  Scanner(std::string_view text, int limit) : text_(text), limit_(limit) {}

  std::optional<Place> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_string(c);
      } else if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') step();
      } else if (deeper(c)) {
        return place_;
      } else {
        step();
      }
    }
    return std::nullopt;
  }

 private:
  void step() {
    const char c = text_[at_++];
    if (c == '\n') {
      place_ = {place_.line + 1, 1};
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place_.column;
    }
  }

  [[nodiscard]] bool starts_with(std::string_view s) const { return text_.substr(at_, s.size()) == s; }

  void skip_string(char quote) {
    const std::string_view one = text_.substr(at_, 1);
    const char triple[] = {quote, quote, quote, '\0'};
    const bool long_form = starts_with(triple);
    const std::string_view close = long_form ? std::string_view(triple, 3) : one;
    for (std::size_t i = 0; i < close.size(); ++i) step();
    while (at_ < text_.size() && !starts_with(close)) {
      if (!long_form && text_[at_] == '\n') return;  // not closed: the parser will say so
      if (quote == '"' && text_[at_] == '\\') step();
      if (at_ < text_.size()) step();
    }
    for (std::size_t i = 0; i < close.size() && at_ < text_.size(); ++i) step();
  }

  bool deeper(char c) {
    if (c == '[' || c == '{') {
      ++brackets_;
      dots_ = 0;
    } else if (c == ']' || c == '}') {
      if (brackets_ > 0) --brackets_;
      dots_ = 0;
    } else if (c == '.') {
      ++dots_;
    } else if (c == '=' || c == ',' || c == '\n') {
      dots_ = 0;
    }
    return brackets_ > limit_ || dots_ >= limit_;
  }

  std::string_view text_;
  int limit_;
  std::size_t at_ = 0;
  Place place_{1, 1};
  int brackets_ = 0;
  int dots_ = 0;
};

}  // namespace

std::optional<Place> too_deep(std::string_view toml, int limit) {
  return Scanner(toml, limit).run();
}

}  // namespace trainer::lessons
