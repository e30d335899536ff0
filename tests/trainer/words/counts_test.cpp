#include "trainer/words/counts.h"

#include <doctest/doctest.h>

using namespace trainer::words;

TEST_CASE("one and many of everything that is counted") {
  CHECK(questions(1) == "1 question");
  CHECK(questions(3) == "3 questions");
  CHECK(questions_of_theory(1) == "1 question of theory");
  CHECK(questions_of_theory(2) == "2 questions of theory");
  CHECK(answer_questions(1) == "Answer a question");
  CHECK(answer_questions(2) == "Answer 2 questions");
  CHECK(parts_of_pigment(1) == "1 part pigment");
  CHECK(parts_of_pigment(2) == "2 parts pigment");
  CHECK(points_left_out(1) == "1 point lies outside the window, left out");
  CHECK(points_left_out(9) == "9 points lie outside the window, left out");
  CHECK(about_dots(1) == "about 1 dot");
  CHECK(about_dots(240) == "about 240 dots");
  CHECK(dots_saved(1) == "1 dot is saved. You can carry on from it.");
  CHECK(dots_saved(0) == "0 dots are saved. You can carry on from the last one.");
  CHECK(dots_in_rows(0) == "No rows");
  CHECK(dots_in_rows(1) == "1 dot in rows");
  CHECK(dots_in_rows(4) == "4 dots in rows");
  CHECK(dots_gone_deep(1) == "1 of your dots sat too deep: it has spread and turned blue-grey.");
  CHECK(dots_gone_deep(2) == "2 of your dots sat too deep: they have spread and turned blue-grey.");
  CHECK(parts_of_water(1) == "1 part water");
  CHECK(parts_of_water(14) == "14 parts water");
  CHECK(days_later(1) == "1 day later");
  CHECK(days_later(30) == "30 days later");
  CHECK(things_to_know(1) == "One thing to know");
  CHECK(things_to_know(3) == "3 things to know");
}
