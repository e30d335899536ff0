#include "trainer/app/lesson_files.h"

#include <fmt/format.h>

#include "trainer/lessons/package.h"
#include "trainer/lessons/steps.h"
#include "trainer/library/assets.h"
#include "trainer/library/lesson_list.h"
#include "trainer/library/open.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;

namespace {

// A paper of questions is a lesson to take, though nothing is worked in it.
bool asks_questions(const std::string& path) {
  const auto loading = lessons::load_package(path);
  return loading.package && !lessons::question_steps(loading.package->lesson).empty();
}

// A sentence for the screen, which shows no file beside it.
std::string sentence(const engine::core::Error& error) {
  if (error.file.empty()) return error.message;
  const std::string place =
      error.line ? fmt::format("line {}, column {}: ", *error.line, error.column.value_or(0)) : "";
  return fmt::format("the lesson {0} cannot be read: {1}{2} (all mistakes: smp lesson check {0})", error.file,
                     place, error.message);
}

}  // namespace

Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                           const std::vector<std::string>& folders) {
  auto package = library::open_lesson(argument, folders);
  if (!package) return fail(sentence(package.error()));
  return package;
}

void list_lessons(const std::vector<std::string>& folders, ui::HomeView& view) {
  const auto listing = library::list_lessons(folders);
  for (const auto& entry : listing.lessons)
    if (entry.practical || asks_questions(entry.path))
      view.lessons.push_back({.id = entry.id,
                              .path = entry.path,
                              .title = entry.title,
                              .summary = entry.summary,
                              .minutes = {},
                              .best = {},
                              .module = entry.module});
  for (const auto& finding : listing.findings) view.problems.push_back(finding.message);
}

Result<lessons::LessonPackage> first_lesson() {
  const auto path = library::asset("lessons/first-minutes");
  if (!path) return fail(path.error());
  return open_lesson(*path, {});
}

}  // namespace trainer::app
