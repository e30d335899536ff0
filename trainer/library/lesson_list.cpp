#include "trainer/library/lesson_list.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "trainer/lessons/nearest.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/steps.h"

namespace trainer::library {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::size_t kMostLessons = 10'000;

// Lessons right inside a folder, in the order of their names, whatever the file system's.
std::vector<std::string> candidates(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end && paths.size() < kMostLessons;
       it.increment(code)) {
    std::error_code ignored;
    const bool lesson =
        it->path().extension() == ".smplesson" || fs::is_regular_file(it->path() / "lesson.toml", ignored);
    if (lesson) paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void add(const LessonEntry& lesson, Listing& listing) {
  const bool known = std::any_of(listing.lessons.begin(), listing.lessons.end(),
                                 [&](const LessonEntry& entry) { return entry.id == lesson.id; });
  if (!known) listing.lessons.push_back(lesson);
}

}  // namespace

LessonIndex::Seen LessonIndex::look_at(const std::string& path, Stamp stamp) {
  ++opened_;
  lessons::Loading loading = lessons::load_package(path);
  Seen seen{std::move(stamp), {}, std::move(loading.findings)};
  if (!loading.package) return seen;
  const lessons::Lesson& lesson = loading.package->lesson;
  seen.entry = LessonEntry{.id = lesson.id,
                           .title = lesson.title,
                           .summary = lesson.summary,
                           .version = lesson.version,
                           .module = lesson.module,
                           .practical = lesson.practical,
                           .questions = lessons::question_steps(lesson).size(),
                           .path = path};
  return seen;
}

const Listing& LessonIndex::refresh() {
  std::map<std::string, Seen> now;
  listing_ = {};
  for (const std::string& folder : folders_)
    for (const std::string& path : candidates(folder)) {
      if (now.contains(path)) continue;  // a folder that is named twice
      // Before it is read: what is written meanwhile is read again the next time.
      Stamp stamp = stamp_of_lesson(path);
      const auto before = seen_.find(path);
      const bool same = before != seen_.end() && before->second.stamp == stamp;
      const Seen& seen = now[path] = same ? std::move(before->second) : look_at(path, std::move(stamp));
      listing_.findings.insert(listing_.findings.end(), seen.findings.begin(), seen.findings.end());
      if (seen.entry) add(*seen.entry, listing_);
    }
  seen_ = std::move(now);
  std::sort(listing_.lessons.begin(), listing_.lessons.end(), [](const LessonEntry& a, const LessonEntry& b) {
    return std::tie(a.module, a.id) < std::tie(b.module, b.id);
  });
  return listing_;
}

Stamp LessonIndex::stamp(const std::string& path) const {
  const auto seen = seen_.find(path);
  return seen == seen_.end() ? Stamp{} : seen->second.stamp;
}

Listing list_lessons(const std::vector<std::string>& folders) {
  return LessonIndex(folders).refresh();
}

bool is_path(std::string_view argument) {
  return argument.find('/') != std::string_view::npos || argument.ends_with(".toml") ||
         argument.ends_with(".smplesson");
}

Result<std::string> find_lesson(std::string_view argument, const std::vector<std::string>& folders) {
  if (is_path(argument)) return std::string(argument);
  const Listing listing = list_lessons(folders);
  std::vector<std::string> ids;
  for (const LessonEntry& entry : listing.lessons) {
    if (entry.id == argument) return entry.path;
    ids.push_back(entry.id);
  }
  // A lesson that cannot be read is still meant when its folder bears the id: say what is wrong with it.
  for (const std::string& folder : folders)
    for (const std::string& path : candidates(folder))
      if (fs::path(path).stem() == argument) return path;
  std::error_code ignored;
  if (fs::exists(fs::path(argument), ignored)) return "./" + std::string(argument);
  const std::string meant = lessons::nearest(argument, ids);
  return fail(Error{.message = "no lesson has the id \"" + std::string(argument) + "\"" +
                               (meant.empty() ? "" : "; did you mean \"" + meant + "\"?")});
}

}  // namespace trainer::library
