// Reads files for the window, each thing on a thread of its own: no screen waits for a disk, and what one
// disk does not give keeps nothing else back. What has been read is taken between frames.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "engine/core/moment.h"

namespace trainer::app {

// What is read within it comes at once, and is not announced.
constexpr engine::core::Span kAtOnce{200'000};

class Reader {
 public:
  // Both are called on the reading thread, where they are there. `wake`: something has been read. `disk`:
  // before anything is; the tests' disks answer when they are allowed to.
  explicit Reader(std::function<void()> wake = {}, std::function<void()> disk = {});
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader();  // waits for what is being read, and wakes nobody any more

  template <class Work>
  auto read(Work work) {
    auto task = std::make_shared<std::packaged_task<std::invoke_result_t<Work>()>>(std::move(work));
    auto coming = task->get_future();
    begin([task] { (*task)(); });
    return coming;
  }
  // Nothing is being read.
  [[nodiscard]] bool at_rest() const;
  void wait() const;  // until then; for whoever has no picture to draw

 private:
  struct Task {
    bool done = false;
    std::jthread thread;
  };
  void begin(std::function<void()> work);

  const std::function<void()> wake_, disk_;
  mutable std::mutex mutex_;  // never held during a file call
  mutable std::condition_variable rest_;
  std::size_t busy_ = 0;
  bool leaving_ = false;
  std::list<Task> tasks_;  // last: they use all of the above
};

// What has come, once; nothing as long as it has not.
template <class T>
std::optional<T> taken(std::future<T>& coming) {
  if (!coming.valid() || coming.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return std::nullopt;
  return coming.get();
}

}  // namespace trainer::app
