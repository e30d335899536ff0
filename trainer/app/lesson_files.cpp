#include "trainer/app/lesson_files.h"

#include <fmt/format.h>

#include "trainer/lessons/library.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/steps.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;

namespace {

constexpr const char* kFirstLesson = R"(id = "first-minutes"
version = 1
title = "The first minutes"
summary = "Ten dots on crosses, then a small window to fill evenly."
objectives = ["Press, hold for a moment and lift"]
treatment = "practice"
module = 1
cues = ["spacing_ring", "depth_bar"]

[pad]
width_mm = 180
height_mm = 100
skin_thickness_mm = 1.18

[tools]
needle = "1RL-0.25"
rate_hz = 100
set_mm = 1.8
pigment = "grey"
dilution = 14
stretch = 1

[[zones]]
id = "window"
polygon = [[92.5, 42.5], [107.5, 42.5], [107.5, 57.5], [92.5, 57.5]]

[[targets]]
zone = "window"
density_cm2 = 27
depth = { low = 0.38, high = 0.72 }

[[steps]]
kind = "needle_work"
title = "Touch the skin"
text = "Ten dots on crosses."

[[steps]]
kind = "needle_work"
title = "Fill a small window"
text = "About sixty dots, evenly."

[[steps]]
kind = "review"
title = "Yours beside an expert's"
text = "Look at both."

[rubric]
pass = 70
merit = 80
distinction = 90

[[rubric.criteria]]
id = "density"
weight = 20

[[rubric.criteria]]
id = "evenness"
weight = 20

[[rubric.criteria]]
id = "clumps"
weight = 20

[[rubric.criteria]]
id = "gaps"
weight = 10
)";

Result<lessons::LessonPackage> taken(lessons::Loading loading, const std::string& name) {
  if (loading.package) return std::move(*loading.package);
  if (loading.findings.empty()) return fail("the lesson " + name + " cannot be read");
  const auto& f = loading.findings.front();
  return fail(
      fmt::format("the lesson {} cannot be read: line {}, column {}: {} (all mistakes: smp lesson check {})",
                  name, f.line, f.column, f.message, name));
}

// A paper of questions is a lesson to take, though nothing is worked in it.
bool asks_questions(const std::string& path) {
  const auto loading = lessons::load_package(path);
  return loading.package && !lessons::question_steps(loading.package->lesson).empty();
}

}  // namespace

std::vector<std::string> lesson_folders(const std::string& given, const std::string& profile) {
  std::vector<std::string> folders;
  if (!given.empty()) folders.push_back(given);
  if (!profile.empty()) folders.push_back(profile + "/lessons");
  folders.emplace_back(SMP_SOURCE_DIR "/lessons");
  folders.emplace_back(SMP_INSTALL_LESSONS);
  return folders;
}

Result<lessons::LessonPackage> open_lesson(const std::string& argument,
                                           const std::vector<std::string>& folders) {
  const auto path = lessons::find_lesson(argument, folders);
  if (!path) return fail(path.error());
  return taken(lessons::load_package(*path), *path);
}

void list_lessons(const std::vector<std::string>& folders, ui::HomeView& view) {
  const auto listing = lessons::list_lessons(folders);
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
  return taken(lessons::from_text(kFirstLesson, kFirstLessonId), kFirstLessonId);
}

}  // namespace trainer::app
