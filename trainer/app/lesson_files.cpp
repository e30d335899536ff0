#include "trainer/app/lesson_files.h"

#include "trainer/library/assets.h"
#include "trainer/library/open.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;

namespace {

// A sentence for the screen, which shows no file beside it.
std::string sentence(const engine::core::Error& error) {
  if (error.file.empty()) return error.message;
  if (error.line)
    return words::say(
        "the lesson {0} cannot be read: line {1}, column {2}: {3} (all mistakes: smp lesson check {0})",
        error.file, *error.line, error.column.value_or(0), error.message);
  return words::say("the lesson {0} cannot be read: {1} (all mistakes: smp lesson check {0})", error.file,
                    error.message);
}

}  // namespace

Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                           const std::vector<std::string>& folders) {
  auto package = library::open_lesson(argument, folders);
  if (!package) return fail(sentence(package.error()));
  return package;
}

std::vector<ui::LessonCard> lesson_cards(const library::Listing& listing) {
  std::vector<ui::LessonCard> cards;
  for (const auto& entry : listing.lessons)
    if (entry.practical || entry.questions > 0)
      cards.push_back({.id = entry.id,
                       .path = entry.path,
                       .title = entry.title,
                       .summary = entry.summary,
                       .minutes = {},
                       .best = {},
                       .module = entry.module});
  return cards;
}

Result<lessons::LessonPackage> first_lesson() {
  const auto path = library::asset("lessons/first-minutes");
  if (!path) return fail(path.error());
  return open_lesson(*path, {});
}

}  // namespace trainer::app
