// Finding lessons by id in folders, or by path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/package.h"

namespace trainer::library {

struct LessonEntry {
  std::string id, title, summary;
  int version = 1;
  int module = 1;
  bool practical = true;
  std::string path;  // folder or .smplesson
  bool operator==(const LessonEntry&) const = default;
};

struct Listing {
  std::vector<LessonEntry> lessons;        // by module, then id; the first folder that has an id wins
  std::vector<lessons::Finding> findings;  // of lessons that cannot be read
};

// Lessons of the folders, in the order given: each FOLDER/NAME/lesson.toml and FOLDER/NAME.smplesson.
// Folders that do not exist are passed over.
Listing list_lessons(const std::vector<std::string>& folders);

// Contains '/', or ends in .toml or .smplesson: a path, else an id.
bool is_path(std::string_view argument);

// The path behind an argument. Errors: no lesson with this id (naming the nearest one).
engine::core::Result<std::string> find_lesson(std::string_view argument,
                                              const std::vector<std::string>& folders);

}  // namespace trainer::library
