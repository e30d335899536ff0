// Lines of text: what is kept, what is cut, and how numbers, ids and times are written.
#include "trainer/ui/kit/text.h"

#include <doctest/doctest.h>

using engine::core::AttemptTime;

using namespace trainer::ui;

namespace {

// Characters, whatever their bytes.
int characters(std::string_view s) {
  int n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
  return n;
}
float ten(std::string_view s) {
  return 10.0F * static_cast<float>(characters(s));
}
// An i is narrow, an M wide, as in the faces that are used.
float proportional(std::string_view s) {
  float w = 0;
  for (const char c : s)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
      w += c == 'i' || c == 'l' || c == ' ' ? 4.0F : c == 'M' || c == 'W' ? 15.0F : 9.0F;
  return w;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += (all.empty() ? "" : " ") + line;
  return all;
}

constexpr std::string_view kSentence =
    "Weil die Haut dünn ist, will MILLIMETER Mut: little by little, illi, the last six sit deep";

}  // namespace

TEST_CASE("lines put together again are the text, at every width and in every face") {
  for (const auto& measure : {Measure(ten), Measure(proportional)})
    for (float width = 10; width < 1200; width += 7) {
      CAPTURE(width);
      CHECK(joined(wrap(kSentence, width, measure)) == kSentence);
    }
}

TEST_CASE("a line is as full as it can be: the first word of the next would not have fitted") {
  for (float width = 120; width < 900; width += 13) {
    const auto lines = wrap(kSentence, width, proportional);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      CHECK(proportional(lines[i]) <= width);
      const std::string word = lines[i + 1].substr(0, lines[i + 1].find(' '));
      CHECK(proportional(lines[i] + " " + word) > width);
    }
  }
}

TEST_CASE("a wider column never needs more lines") {
  std::size_t before = 1000;
  for (float width = 10; width < 1200; width += 5) {
    const std::size_t now = wrap(kSentence, width, ten).size();
    CHECK(now <= before);
    before = now;
  }
  CHECK(before == 1);
}

TEST_CASE("what just fits stands on one line, one character less room breaks it") {
  CHECK(wrap("abc def", 70, ten).size() == 1);
  CHECK(wrap("abc def", 69, ten) == std::vector<std::string>{"abc", "def"});
}

TEST_CASE("line feeds make paragraphs, also empty ones, and an empty text is one empty line") {
  CHECK(wrap("one\n\ntwo", 500, ten) == std::vector<std::string>{"one", "", "two"});
  CHECK(wrap("", 500, ten) == std::vector<std::string>{""});
  CHECK(wrap("one\n", 500, ten) == std::vector<std::string>{"one", ""});
}

TEST_CASE("as many lines as are allowed are left alone, one more is gathered into the last of them") {
  const std::string_view text = "aaaa bbbb cccc dddd";
  CHECK(wrap(text, 45, ten, 4) == std::vector<std::string>{"aaaa", "bbbb", "cccc", "dddd"});
  CHECK(wrap(text, 45, ten, 3) == std::vector<std::string>{"aaaa", "bbbb", "ccc…"});
  CHECK(wrap(text, 65, ten, 2) == std::vector<std::string>{"aaaa", "bbbb…"});
  CHECK(wrap(text, 45, ten, 1) == std::vector<std::string>{"aaa…"});
}

TEST_CASE("a cut text fits, is a beginning of the whole, and is as long as it can be") {
  for (float width = 10; width < ten(kSentence); width += 3) {
    const std::string cut = shorten(kSentence, width, ten);
    CAPTURE(width);
    REQUIRE(cut.ends_with("…"));
    const std::string kept = cut.substr(0, cut.size() - std::string_view("…").size());
    CHECK(ten(cut) <= width);
    CHECK(kSentence.starts_with(kept));
    CHECK_FALSE(kept.ends_with(" "));
    // One character, and a blank that is not shown, are all that may be missing.
    CHECK(ten(cut) >= std::min(width, 10.0F) - 10.0F);
    CHECK(characters(kept) + 3 > static_cast<int>(width / 10) - 1);
  }
}

TEST_CASE("what fits is not touched, not even at its very width") {
  CHECK(shorten("abcdef", 60, ten) == "abcdef");
  CHECK(shorten("abcdef", 59, ten) == "abcd…");
  CHECK(shorten("", 0, ten).empty());
}

TEST_CASE("where nothing fits only the sign stands that something was left out") {
  CHECK(shorten("abcdef", 5, ten) == "…");
  CHECK(shorten("abcdef", 19, ten) == "…");
  CHECK(shorten("abcdef", 20, ten) == "a…");
}

TEST_CASE("blanks before a cut go with it") {
  CHECK(shorten("ab  cdef", 50, ten) == "ab…");
}

TEST_CASE("numbers are rounded to so many decimals, with the minus of printers before what is left of them") {
  CHECK(number(0.0, 2) == "0.00");
  CHECK(number(12.345, 1) == "12.3");
  CHECK(number(12.96, 1) == "13.0");
  CHECK(number(1234.5, 0) == "1234");  // to even
  CHECK(number(-1, 0) == "\u22121");
  CHECK(number(-0.04, 1) == "0.0");
  CHECK(number(-0.06, 1) == "\u22120.1");
}

TEST_CASE("ids become words: one capital, blanks for lines under and between") {
  CHECK(plain_words("upper_lip") == "Upper lip");
  CHECK(plain_words("left-side_of_the-crown") == "Left side of the crown");
  CHECK(plain_words("NW_3") == "NW 3");
  CHECK(plain_words("3_cm") == "3 cm");
  CHECK(plain_words("").empty());
}

TEST_CASE("a clock counts whole seconds that have passed, minutes to sixty, hours beyond") {
  CHECK(clock_text(AttemptTime{0}) == "00:00");
  CHECK(clock_text(AttemptTime{999'999}) == "00:00");
  CHECK(clock_text(AttemptTime{1'000'000}) == "00:01");
  CHECK(clock_text(AttemptTime{59'999'999}) == "00:59");
  CHECK(clock_text(AttemptTime{60'000'000}) == "01:00");
  CHECK(clock_text(AttemptTime{3'599'999'999}) == "59:59");
  CHECK(clock_text(AttemptTime{3'600'000'000}) == "1:00:00");
  CHECK(clock_text(AttemptTime{36'061'000'000}) == "10:01:01");
}
