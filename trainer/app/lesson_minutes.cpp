#include "trainer/app/lesson_minutes.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "trainer/assessment/site.h"
#include "trainer/lessons/package.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/words/say.h"

namespace trainer::app {

namespace {

std::string minutes_words(const std::string& path) {
  const auto loading = lessons::load_package(path);
  if (!loading.package) return {};
  if (const auto site = assessment::Site::make(loading.package->lesson))
    return words::say("about {} min", ui::asked_minutes((*site)->asked_dots(), (*site)->questions().size()));
  if (const auto limit = loading.package->lesson.time_limit_s)
    return words::say("at most {} min", (*limit + 59) / 60);
  return {};
}

}  // namespace

LessonMinutes::LessonMinutes(std::vector<std::string> paths, std::function<void()> done) {
  std::promise<WordsByPath> promise;
  coming_ = promise.get_future();
  worker_ = std::jthread([paths = std::move(paths), done = std::move(done),
                          promise = std::move(promise)](const std::stop_token& leave) mutable {
    WordsByPath words;
    for (const auto& path : paths) {
      if (leave.stop_requested()) break;
      words[path] = minutes_words(path);
    }
    promise.set_value(std::move(words));
    if (!leave.stop_requested()) done();
  });
}

std::optional<WordsByPath> LessonMinutes::collect() {
  if (!coming_.valid() || coming_.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
    return std::nullopt;
  return coming_.get();
}

WordsByPath LessonMinutes::wait() {
  return coming_.valid() ? coming_.get() : WordsByPath{};
}

}  // namespace trainer::app
