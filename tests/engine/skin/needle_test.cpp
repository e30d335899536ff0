#include "engine/skin/needle.h"

#include <doctest/doctest.h>

using namespace engine::skin;

TEST_CASE("needle names read back as written") {
  for (const char* text :
       {"1RL-0.18", "1RL-0.255", "1RL-0.25", "3RL-0.20", "9RL-0.35", "1RL-0.25LT", "5RL-0.30ST"}) {
    const auto needle = parse_needle(text);
    REQUIRE(needle.has_value());
    CHECK(to_string(*needle) == text);
  }
}

TEST_CASE("what is no needle is refused, and an example is named") {
  for (const char* text : {"", "RL-0.25", "0RL-0.25", "10RL-0.25", "1RL-0.17", "1RL-0.36", "1RL-0.25x",
                           "1RL-0.25MT", "1RL-0.25lt", "1RL-0.25L", "1rl-0.25", "1RL-nan", "1RL-"}) {
    const auto needle = parse_needle(text);
    CAPTURE(text);
    REQUIRE_FALSE(needle.has_value());
    CHECK(needle.error().message.find("1RL-0.25") != std::string::npos);
  }
}

TEST_CASE("more points and a shorter taper never make a smaller or a lighter dot") {
  for (int points = 1; points < 9; ++points)
    for (const Taper taper : {Taper::Long, Taper::Medium, Taper::Short})
      CHECK(needle_spread_permille({points + 1, 250, taper}) >= needle_spread_permille({points, 250, taper}));
  const Needle crisp{.taper = Taper::Long}, usual, blunt{.taper = Taper::Short};
  CHECK(needle_spread_permille(crisp) < needle_spread_permille(usual));
  CHECK(needle_spread_permille(usual) < needle_spread_permille(blunt));
  CHECK(needle_load_permille(crisp) < needle_load_permille(usual));
  CHECK(needle_load_permille(usual) < needle_load_permille(blunt));
}
