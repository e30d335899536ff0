// All that is wrong with one lesson: its text, what its canvas makes of it, and its pictures.
#pragma once

#include <string>

#include "engine/core/result.h"
#include "trainer/lessons/check.h"

namespace trainer::cli {

// `path`: a lesson.toml, its folder or a .smplesson. Error: it cannot be read at all.
engine::core::Result<lessons::Checked> check_lesson_at(const std::string& path);

// "FILE:LINE:COLUMN: error: ...", on one line.
std::string finding_line(const lessons::Finding& finding);

}  // namespace trainer::cli
