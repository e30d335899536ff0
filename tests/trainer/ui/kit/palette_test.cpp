#include "trainer/ui/kit/palette.h"

#include <doctest/doctest.h>

using namespace trainer::ui;

TEST_CASE("the palette runs from blue through pale to brown, and stops at its ends") {
  CHECK(diverging(0.0) == Colour{0xED, 0xE9, 0xE3});
  CHECK(diverging(-1.0) == Colour{0x1B, 0x4F, 0x8F});
  CHECK(diverging(-7.0) == diverging(-1.0));
  CHECK(diverging(7.0) == Colour{0x8F, 0x45, 0x00});
  CHECK(diverging(0.6) == Colour{0xDB, 0x86, 0x2B});
  CHECK(diverging(-0.3).b > diverging(-0.3).r);
  CHECK(diverging(0.3).r > diverging(0.3).b);
}
