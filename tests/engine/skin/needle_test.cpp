#include "engine/skin/needle.h"

#include <doctest/doctest.h>

using namespace engine::skin;

TEST_CASE("needle names read back as written") {
  for (const char* text : {"1RL-0.18", "1RL-0.255", "1RL-0.25", "3RL-0.20", "9RL-0.35"}) {
    const auto needle = parse_needle(text);
    REQUIRE(needle.has_value());
    CHECK(to_string(*needle) == text);
  }
}

TEST_CASE("what is no needle is refused, and an example is named") {
  for (const char* text : {"", "RL-0.25", "0RL-0.25", "10RL-0.25", "1RL-0.17", "1RL-0.36", "1RL-0.25x", "1rl-0.25", "1RL-nan", "1RL-"}) {
    const auto needle = parse_needle(text);
    CAPTURE(text);
    REQUIRE_FALSE(needle.has_value());
    CHECK(needle.error().message.find("1RL-0.25") != std::string::npos);
  }
}
