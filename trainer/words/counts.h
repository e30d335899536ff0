// Things counted: the only place that knows one from many.
#pragma once

#include <string>

namespace trainer::words {

std::string questions(std::size_t n);            // "3 questions"
std::string questions_of_theory(std::size_t n);  // "1 question of theory"
std::string answer_questions(std::size_t n);     // "Answer a question"
std::string parts_of_pigment(std::size_t n);     // "1 part pigment"
std::string points_left_out(std::size_t n);      // "2 points lie outside the window, left out"
std::string about_dots(std::size_t n);           // "about 240 dots"
std::string dots_saved(std::size_t n);           // "3 dots are saved. You can carry on from the last one."
std::string dots_in_rows(std::size_t n);         // "4 dots in rows", "No rows"
std::string dots_gone_deep(std::size_t n);       // "2 of your dots sat too deep: ..."
std::string parts_of_water(std::size_t n);       // "14 parts water"
std::string days_later(std::size_t n);           // "30 days later"
std::string things_to_know(std::size_t n);       // "One thing to know"

}  // namespace trainer::words
