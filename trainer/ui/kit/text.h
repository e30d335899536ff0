// Breaking text into lines, without a toolkit: the measure is a function.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/moment.h"

namespace trainer::ui {

using Measure = std::function<float(std::string_view)>;  // width of a run, px

// Greedy; breaks at spaces and after line feeds, a word wider than the line stands alone. Beyond
// `most_lines` (0: no limit) the last line ends in an ellipsis.
std::vector<std::string> wrap(std::string_view text, float width, const Measure& measure, int most_lines = 0);
// The longest beginning that fits, with an ellipsis when something is left out.
std::string shorten(std::string_view text, float width, const Measure& measure);

// Of a line, what is drawn in one style: what `marked` has put between marks, or what stands beside it.
struct TextPart {
  std::string text;
  bool marked = false;
  bool operator==(const TextPart&) const = default;
};
std::string marked(std::string_view text);
std::vector<TextPart> text_parts(std::string_view line);

// Numbers as people read them: U+2212 for minus.
std::string number(double value, int decimals);
// "upper_lip" as people read it: "Upper lip".
std::string plain_words(std::string id);
std::string clock_text(engine::core::AttemptTime t_us);  // "06:48", "1:02:03"

}  // namespace trainer::ui
