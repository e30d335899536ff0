// What may lie in a package, and how a picture is told from what only has the name of one.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "trainer/lessons/zip.h"

namespace trainer::lessons {

constexpr std::string_view kLessonFile = "lesson.toml";

// By the name alone.
bool is_picture(std::string_view name);
// By the first bytes alone.
bool is_png(const Bytes& bytes);
// What such bytes are instead, and what to do; for bytes that are no PNG.
std::string not_png(const Bytes& bytes);

// A package holds lesson.toml and PNG pictures, nothing else: no archive in an archive, no surprises. Errors
// name the entry and what to do.
engine::core::Result<void> allowed(const PackageFiles& files);

}  // namespace trainer::lessons
