#include "trainer/words/say.h"

#include <doctest/doctest.h>

#include <vector>

#include "trainer/words/said.h"

using namespace trainer::words;

namespace {

// A language for as long as it lives.
struct Speaks {
  explicit Speaks(Catalogue catalogue) { speak(std::move(catalogue)); }
  ~Speaks() { speak({}); }
  Speaks(const Speaks&) = delete;
  Speaks& operator=(const Speaks&) = delete;
};

}  // namespace

TEST_CASE("without a catalogue the sentence is its own translation") {
  CHECK(say("Lift sooner.") == "Lift sooner.");
  CHECK(say("{} of {} dots.", 3, 5) == "3 of 5 dots.");
  CHECK(say("A little deep at {:.2f} mm.", 0.5) == "A little deep at 0.50 mm.");
}

TEST_CASE("English knows one from many, and none is many") {
  const auto dots = [](std::size_t n) { return say_count("{} dot is safe.", "{} dots are safe.", n); };
  CHECK(dots(0) == "0 dots are safe.");
  CHECK(dots(1) == "1 dot is safe.");
  CHECK(dots(2) == "2 dots are safe.");
  CHECK(dots(21) == "21 dots are safe.");
}

TEST_CASE("a sentence is looked up whole, before a number is in it") {
  std::vector<std::string> asked;
  const Speaks note([&](std::string_view one, std::string_view many, std::size_t) {
    asked.emplace_back(one);
    asked.emplace_back(many);
    return std::string(one);
  });
  say("{} of {} dots.", 3, 5);
  say_count("{} dot is safe.", "{} dots are safe.", 7);
  CHECK(asked == std::vector<std::string>{"{} of {} dots.", "", "{} dot is safe.", "{} dots are safe."});
}

TEST_CASE("another language puts the numbers where it wants them") {
  const Speaks turned(
      [](std::string_view, std::string_view, std::size_t) { return std::string("de {1} puntos, {0}"); });
  CHECK(say("{} of {} dots.", 3, 5) == "de 5 puntos, 3");
}

TEST_CASE("another language counts as it does") {
  const Speaks three([](std::string_view one, std::string_view, std::size_t n) {
    if (one != "{} dot") return std::string(one);
    const bool few = n % 10 >= 2 && n % 10 <= 4;
    return std::string(n % 10 == 1 ? "{} точка" : few ? "{} точки" : "{} точек");
  });
  CHECK(say_count("{} dot", "{} dots", 1) == "1 точка");
  CHECK(say_count("{} dot", "{} dots", 3) == "3 точки");
  CHECK(say_count("{} dot", "{} dots", 21) == "21 точка");
  CHECK(say_count("{} dot", "{} dots", 11 + 4) == "15 точек");
}

TEST_CASE("a translation whose places do not fit is passed over for the English one, not fallen over") {
  const Speaks broken(
      [](std::string_view, std::string_view, std::size_t) { return std::string("{4} and {"); });
  CHECK(say("{} of {} dots.", 3, 5) == "3 of 5 dots.");
  CHECK(say_count("{} dot", "{} dots", 1) == "1 dot");
  CHECK(say_count("{} dot", "{} dots", 2) == "2 dots");
}

TEST_CASE("what is said and its advice make one paragraph, or the one stands alone") {
  CHECK(together({"Outside the field.", "Stay within the line."}) ==
        "Outside the field. Stay within the line.");
  CHECK(together({"Outside the field.", ""}) == "Outside the field.");
}

TEST_CASE(
    "a count that is not in the sentence chooses one or many, and a catalogue that does not fit is passed "
    "over") {
  CHECK(say_for("{} of {} dot", "{} of {} dots", 1, 0, 1) == "0 of 1 dot");
  CHECK(say_for("{} of {} dot", "{} of {} dots", 3, 1, 3) == "1 of 3 dots");
  trainer::words::speak(
      [](std::string_view, std::string_view, std::size_t) { return std::string("{} {} {} {:d}"); });
  CHECK(say_for("{} of {} dot", "{} of {} dots", 3, 1, 3) == "1 of 3 dots");
  trainer::words::speak({});
}

TEST_CASE("a message of a table is looked up where it is shown") {
  constexpr Text kMessage("Lift sooner.");
  CHECK(say(kMessage) == "Lift sooner.");
  const Speaks other([](std::string_view, std::string_view, std::size_t) { return std::string("x"); });
  CHECK(say(kMessage) == "x");
}

TEST_CASE("facts stand beside each other, what is empty left out") {
  CHECK(side_by_side({}).empty());
  CHECK(side_by_side({"", "Module 1", "", "about 4 min"}) == "Module 1 \u00b7 about 4 min");
  CHECK(listed({"14 : 1", "20 : 1", "undiluted"}) == "14 : 1, 20 : 1, undiluted");
}
