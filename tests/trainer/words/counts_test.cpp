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
}
