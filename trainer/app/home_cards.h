// What home says of the trainee's own records: where to go on, what was done before, the best of each lesson.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "trainer/app/attempts.h"
#include "trainer/app/saving.h"
#include "trainer/ui/home/home_screen.h"

namespace trainer::app {

// The latest attempt that was broken off and has something in it; of one lesson, when its id is given.
std::optional<ui::ContinueCard> continue_card(const Attempts& attempts, const std::string& lesson_id = {});
// Fills `earlier` and the best total of every lesson card from the records, those broken off among them.
// `view.lessons` must be there.
void add_earlier_work(const Attempts& attempts, ui::HomeView& view);
// Work that was left and cannot be saved where it should be: it stays as long as the program runs.
std::vector<ui::UnsavedWork> unsaved_work(const Saving& saving);

}  // namespace trainer::app
