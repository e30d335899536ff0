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

TEST_CASE("one and many of numbers among other numbers") {
  CHECK(dots_of_about(24, 60, 0) == "24 of about 60 dots");
  CHECK(dots_of_about(0, 1, 0) == "0 of about 1 dot");
  CHECK(dots_of_about(24, 60, 3) == "24 of about 60 dots, 3 outside");
  CHECK(dots_placed(24, 60, 0) == "24 of about 60 dots.");
  CHECK(dots_placed(1, 1, 2) == "1 of about 1 dot, 2 outside.");
  CHECK(dots_done(3, 10) == "3 of 10 dots.");
  CHECK(questions_right(1, 1) == "1 of 1 question answered rightly.");
  CHECK(questions_right(2, 3) == "2 of 3 questions answered rightly.");
  CHECK(more_make_it_worth_judging(1) == "1 more makes it worth judging.");
  CHECK(dots_healed(0, 1) == "The skin has healed. 0 of 1 dot is to be seen.");
  CHECK(dots_healed(8, 10) == "The skin has healed. 8 of 10 dots are to be seen.");
  CHECK(weeks_on(1) == "1 week on");
  CHECK(days_on(3) == "3 days on");
  CHECK(taps_without_duration(1) == "1 of your taps has no duration");
  CHECK(taps_without_duration(4) == "4 of your taps have no duration");
  CHECK(presses_came_twice(1) == "1 press came twice");
  CHECK(dots_blown_out(1, 1, 100.0, 2.0) == "1 of 1 dot blew out (100.0 %, at most 2.0 %).");
  CHECK(dots_outside_zone(3, 60, 5.0, 2.0) == "3 of 60 dots lie outside the field (5.0 %, at most 2.0 %).");
  CHECK(marks_through_skin(1, 1) == "1 of 1 mark went through the skin.");
}
