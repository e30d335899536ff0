#include "trainer/store/other_places.h"

#include <doctest/doctest.h>

using namespace trainer::store;

TEST_CASE("other places are written and read as they were, in their order") {
  const std::vector<OtherPlace> places{{"/media/me/A STICK/SMP Trainer", 3},
                                       {"/home/me/Dokumente \u00e4", 0}};
  CHECK(parse_other_places(other_places_text(places)) == places);
  CHECK(parse_other_places("").empty());
}

TEST_CASE("what is no place is left out, and the others stand") {
  const auto places =
      parse_other_places("nonsense\n3 relative\n-1 /a\n\n7 /b\n99999999999999999999 /c\n4\n2 /b\n1 /no end");
  CHECK(places == std::vector<OtherPlace>{{"/b", 7}, {"/no end", 1}});
  CHECK(other_places_text({{"/two\nlines", 1}, {"/one", 2}}) == "2 /one\n");
}

TEST_CASE("no more places are read than are kept") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "1 /folder" + std::to_string(i) + "\n";
  CHECK(parse_other_places(text).size() == kMostOtherPlaces);
}
