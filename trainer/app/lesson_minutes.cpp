#include "trainer/app/lesson_minutes.h"

#include <fmt/format.h>

#include <utility>

#include "trainer/assessment/site.h"
#include "trainer/lessons/package.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/words/say.h"

namespace trainer::app {

std::string LessonMinutes::measure(const std::string& path) {
  const auto loading = lessons::load_package(path);
  if (!loading.package) return {};
  if (const auto site = assessment::Site::make(loading.package->lesson))
    return words::say("about {} min", ui::asked_minutes((*site)->asked_dots(), (*site)->questions().size()));
  if (const auto limit = loading.package->lesson.time_limit_s)
    return words::say("at most {} min", (*limit + 59) / 60);
  return {};
}

LessonMinutes::LessonMinutes(Reader& reader, std::vector<std::string> paths, Measure measure)
    : coming_(
          reader.read([paths = std::move(paths), measure = std::move(measure), leave = leave_.get_token()] {
            WordsByPath words;
            for (const auto& path : paths) {
              if (leave.stop_requested()) break;
              words[path] = measure(path);
            }
            return words;
          })) {}

std::optional<WordsByPath> LessonMinutes::collect() {
  return taken(coming_);
}

WordsByPath LessonMinutes::wait() {
  return coming_.valid() ? coming_.get() : WordsByPath{};
}

}  // namespace trainer::app
