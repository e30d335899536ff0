#include "trainer/ui/kit/text.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::AttemptTime;

using namespace trainer::ui;

namespace {

// Every character is 10 wide, whatever its bytes.
float ten(std::string_view s) {
  float w = 0;
  for (const char c : s) w += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0.0F : 10.0F;
  return w;
}

}  // namespace

TEST_CASE("text breaks at spaces so that every line fits") {
  const auto lines = wrap("Lift a little: the last six sit deep", 120, ten);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "Lift a");
  CHECK(lines[1] == "little: the");
  for (const auto& l : lines) CHECK(ten(l) <= 120);
}

TEST_CASE("a line feed breaks, and a word wider than the line stands alone") {
  const auto lines = wrap("a\nabcdefghij b", 50, ten);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == "abcdefghij");
}

TEST_CASE("beyond the allowed lines the last one ends in an ellipsis and still fits") {
  const auto lines = wrap("one two three four five six seven", 90, ten, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].substr(lines[1].size() - 3) == "…");
  CHECK(ten(lines[1]) <= 90);
}

TEST_CASE("a cut never splits a character") {
  CHECK(shorten("ééééé", 30, ten) == "éé…");
}

TEST_CASE("numbers have a real minus, and nothing is less than zero by rounding") {
  CHECK(number(-3.694, 2) == "−3.69");
  CHECK(number(-0.001, 2) == "0.00");
  CHECK(number(0.625, 1) == "0.6");
  CHECK(clock_text(AttemptTime{408'000'000}) == "06:48");
  CHECK(clock_text(AttemptTime{3'723'000'000}) == "1:02:03");
}

TEST_CASE("a line falls into what is marked and what is not, in whatever order a language has it") {
  CHECK(text_parts("").empty());
  CHECK(text_parts("no mark") == std::vector<TextPart>{{"no mark", false}});
  CHECK(text_parts(marked("12") + " of 60") == std::vector<TextPart>{{"12", true}, {" of 60", false}});
  CHECK(text_parts("von 60: " + marked("12")) == std::vector<TextPart>{{"von 60: ", false}, {"12", true}});
}
