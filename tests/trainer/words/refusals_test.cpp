#include "trainer/words/refusals.h"

#include <doctest/doctest.h>

#include <set>

#include "trainer/words/say.h"

using namespace trainer;
using runner::Refusal;
using runner::Refused;

TEST_CASE("every refusal has words of its own") {
  std::set<std::string> said;
  for (int why = 0; why <= static_cast<int>(Refused::Finished); ++why) {
    const std::string words = words::of(Refusal{.why = static_cast<Refused>(why), .needle = "3RL-0.30"});
    CHECK_FALSE(words.empty());
    CHECK(said.insert(words).second);
  }
}

TEST_CASE("a refusal says its numbers and the needle") {
  CHECK(words::of(Refusal{.why = Refused::OtherNeedle, .needle = "3RL-0.30"}) ==
        "this lesson does not use the needle 3RL-0.30");
  CHECK(words::of(Refusal{.why = Refused::NoSuchQuestion, .most = 4}) == "expected a question from 0 to 4");
  CHECK(words::of(Refusal{.why = Refused::HealingTakesDays, .most = 3650}) == "healing takes 1 to 3650 days");
}

TEST_CASE("a refusal is looked up in the language of the program") {
  words::speak([](std::string_view, std::string_view, std::size_t) { return std::string("x"); });
  CHECK(words::of(Refusal{.why = Refused::LineFirst}) == "x");
  words::speak({});
}
