#include "trainer/words/counts.h"

#include "trainer/words/say.h"

namespace trainer::words {

std::string questions(std::size_t n) {
  return say_count("{} question", "{} questions", n);
}

std::string questions_of_theory(std::size_t n) {
  return say_count("{} question of theory", "{} questions of theory", n);
}

std::string answer_questions(std::size_t n) {
  return say_count("Answer a question", "Answer {} questions", n);
}

std::string parts_of_pigment(std::size_t n) {
  return say_count("{} part pigment", "{} parts pigment", n);
}

std::string points_left_out(std::size_t n) {
  return say_count("{} point lies outside the window, left out", "{} points lie outside the window, left out",
                   n);
}

}  // namespace trainer::words
