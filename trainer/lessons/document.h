// The lesson format, printed from the reader's field table.
#pragma once

#include <string>

namespace trainer::lessons {

std::string format_document();  // Markdown: docs/lesson-format.md

}  // namespace trainer::lessons
