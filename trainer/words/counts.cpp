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

std::string about_dots(std::size_t n) {
  return say_count("about {} dot", "about {} dots", n);
}

std::string dots_saved(std::size_t n) {
  return say_count("{} dot is saved. You can carry on from it.",
                   "{} dots are saved. You can carry on from the last one.", n);
}

std::string dots_in_rows(std::size_t n) {
  return n == 0 ? say("No rows") : say_count("{} dot in rows", "{} dots in rows", n);
}

std::string dots_gone_deep(std::size_t n) {
  return say_count("{} of your dots sat too deep: it has spread and turned blue-grey.",
                   "{} of your dots sat too deep: they have spread and turned blue-grey.", n);
}

std::string parts_of_water(std::size_t n) {
  return say_count("{} part water", "{} parts water", n);
}

std::string days_later(std::size_t n) {
  return say_count("{} day later", "{} days later", n);
}

std::string things_to_know(std::size_t n) {
  return say_count("One thing to know", "{} things to know", n);
}

}  // namespace trainer::words
