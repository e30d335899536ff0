// Lessons for the window, and the first minutes' own.
#pragma once

#include <string>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/lesson.h"
#include "trainer/library/lesson_list.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

// A path or an id. Error: a sentence for the screen.
engine::core::Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                                         const std::vector<std::string>& folders);
// Lessons to take as cards, without how long they take (LessonMinutes): a paper of questions too, though
// nothing is worked in it.
std::vector<ui::LessonCard> lesson_cards(const library::Listing& listing);

// The practice pad of the first minutes. Crosses stand round (50, 50), the window to fill is 15 x 15 mm
// with its lower left corner at (92.5, 42.5); the expert's stands 20 mm to its right.
engine::core::Result<lessons::LessonPackage> first_lesson();
constexpr const char* kFirstLessonId = "first-minutes";

}  // namespace trainer::app
