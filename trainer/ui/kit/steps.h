// The steps of a lesson as the top bar shows them: questions in a row are one.
#pragma once

#include <string>
#include <vector>

#include "trainer/runner/attempt.h"

namespace trainer::ui {

struct StepsView {
  std::vector<std::string> words;  // "1 Look", "2 Answer", "3 Place"
  int now = 0;                     // index into them
};
StepsView make_steps(const runner::Attempt& attempt);

}  // namespace trainer::ui
