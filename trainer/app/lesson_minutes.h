// How long lessons take, worked out beside the screens: a lesson on a head takes a tenth of a second, a
// library many.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "trainer/app/reader.h"

namespace trainer::app {

using WordsByPath = std::map<std::string, std::string>;  // "about 4 min"; empty where nobody can tell

class LessonMinutes {
 public:
  // What is said of one lesson.
  using Measure = std::function<std::string(const std::string& path)>;
  static std::string measure(const std::string& path);

  // Paths as they are listed.
  LessonMinutes(Reader& reader, std::vector<std::string> paths, Measure measure = &LessonMinutes::measure);
  LessonMinutes(const LessonMinutes&) = delete;
  LessonMinutes& operator=(const LessonMinutes&) = delete;
  ~LessonMinutes() { leave_.request_stop(); }  // the rest is left be
  std::optional<WordsByPath> collect();        // once, when all are known
  WordsByPath wait();                          // until then; once

 private:
  std::stop_source leave_;
  std::future<WordsByPath> coming_;
};

}  // namespace trainer::app
