// How long lessons take, worked out on a thread of its own: a lesson on a head takes a tenth of a second, a
// library many.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace trainer::app {

using WordsByPath = std::map<std::string, std::string>;  // "about 4 min"; empty where nobody can tell

class LessonMinutes {
 public:
  // Paths as they are listed. `done` is called on the thread once `collect` has them all.
  LessonMinutes(std::vector<std::string> paths, std::function<void()> done);
  std::optional<WordsByPath> collect();  // once, when all are known
  WordsByPath wait();                    // until then; once

 private:
  std::future<WordsByPath> coming_;
  std::jthread worker_;  // whoever goes before it is done leaves the rest be
};

}  // namespace trainer::app
