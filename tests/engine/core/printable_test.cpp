#include "engine/core/printable.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace engine::core;

TEST_CASE("text that is well as it is stays so") {
  for (const char* text :
       {"", "plain", "\"quotes\" & <tags>", "na\xC3\xAFve", "\xE2\x88\x92", "\xF0\x9F\x98\x80",
        "C:\\folder\\x41", "\xEF\xBF\xBD", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    CHECK(as_utf8(text) == text);
    CHECK(on_one_line(text) == text);
  }
  CHECK(as_utf8("two\nlines") == "two\nlines");
}

TEST_CASE("bytes that are no UTF-8 are written as numbers, each by itself") {
  CHECK(as_utf8("a\xFF.smprec") == "a\\xff.smprec");
  CHECK(as_utf8("\xC3") == "\\xc3");
  CHECK(as_utf8("\xC3(") == "\\xc3(");
  CHECK(as_utf8("\xE2\x88") == "\\xe2\\x88");
  CHECK(as_utf8("\x80") == "\\x80");
  CHECK(as_utf8("\xC0\xAF") == "\\xc0\\xaf");                    // overlong
  CHECK(as_utf8("\xE0\x80\xAF") == "\\xe0\\x80\\xaf");           // overlong
  CHECK(as_utf8("\xED\xA0\x80") == "\\xed\\xa0\\x80");           // a surrogate
  CHECK(as_utf8("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");  // beyond the last character
  CHECK(as_utf8("\xF8\x88\x80\x80\x80") == "\\xf8\\x88\\x80\\x80\\x80");
}

TEST_CASE("on one line nothing ends it, and nothing steers a terminal") {
  CHECK(on_one_line("a\nb\rc\td") == "a\\nb\\rc\\td");
  CHECK(on_one_line("\x1B[2J\x7F") == "\\x1b[2J\\x7f");
  CHECK(on_one_line("\xC2\x85") == "\\xc2\\x85");           // next line
  CHECK(on_one_line("\xE2\x80\xA8") == "\\xe2\\x80\\xa8");  // line separator
  CHECK(on_one_line("\xE2\x80\xAE") == "\\xe2\\x80\\xae");  // right to left
  CHECK(on_one_line("\xC2\xA0") == "\xC2\xA0");             // a space that does not break is a character
  CHECK(on_one_line(std::string_view("\0x", 2)) == "\\x00x");
}

TEST_CASE("any two bytes become UTF-8 that stays as it is") {
  for (unsigned a = 0; a < 256; ++a)
    for (unsigned b = 0; b < 256; ++b) {
      const std::string bytes{static_cast<char>(a), static_cast<char>(b)};
      const std::string once = as_utf8(bytes);
      CHECK(as_utf8(once) == once);
      const std::string line = on_one_line(bytes);
      CHECK(on_one_line(line) == line);
      for (const char c : line) CHECK(static_cast<std::uint8_t>(c) >= 0x20);
    }
}
