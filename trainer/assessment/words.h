// What a cause is called and what to do about it, in a trainer's words (ui: words).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/scoring/criterion.h"
#include "engine/skin/dot.h"
#include "trainer/lessons/lesson.h"

namespace trainer::assessment {

struct CauseWords {
  std::string cause;   // what and where
  std::string advice;  // do this
};

// What made the depth of the dots, and so what mends it: how hard they were pressed, or how long.
enum class Mends { Time, Pressure };
// Of more than half of the dots named; where none is named, of all that are not withdrawn.
Mends mends(std::span<const engine::skin::Dot> dots, std::span<const std::uint32_t> named);

CauseWords words_for(engine::scoring::CriterionId criterion, const engine::scoring::Cause& cause,
                     Mends mends);
// A question that was missed (number from 0): which one, and what is right and why.
CauseWords words_for_question(std::size_t number, const lessons::Step& asked, bool unanswered);
// The sentence with the treatment session (counted from 0) that it is about.
std::string in_session(std::size_t session, const std::string& sentence);
// The line that holds the total down.
CauseWords weakest_words(engine::scoring::CriterionId criterion);
// what to do about a broken critical criterion
std::string critical_advice(std::string_view critical_id, Mends mends);

std::string_view label(engine::scoring::CriterionId criterion);  // "Density", "No rows", ...
std::string points_text(int hundredths);                         // "77.52", "−3.69" (U+2212)

}  // namespace trainer::assessment
