// Things counted: the only place that knows one from many.
#pragma once

#include <string>

namespace trainer::words {

std::string questions(std::size_t n);            // "3 questions"
std::string questions_of_theory(std::size_t n);  // "1 question of theory"
std::string answer_questions(std::size_t n);     // "Answer a question"
std::string parts_of_pigment(std::size_t n);     // "1 part pigment"
std::string points_left_out(std::size_t n);      // "2 points lie outside the window, left out"

}  // namespace trainer::words
