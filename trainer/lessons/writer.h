// A Lesson as the text of a lesson.toml. Driven by the same field table as the reader: what is
// written reads back equal (seeds above 2^53 excepted, which the format does not take).
#pragma once

#include <string>
#include <vector>

#include "trainer/lessons/format.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

// Leaves out what equals its default. The lesson must be valid for the text to be readable.
std::string write_lesson(const Lesson& lesson);
// Another file that is described by a field table.
std::string write_sections(const std::vector<Section>& format, const Lesson& lesson);

}  // namespace trainer::lessons
