#include "trainer/app/reader.h"

namespace trainer::app {

Reader::Reader(std::function<void()> wake, std::function<void()> disk)
    : wake_(std::move(wake)), disk_(std::move(disk)) {}

Reader::~Reader() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
}

void Reader::begin(std::function<void()> work) {
  const std::lock_guard lock(mutex_);
  tasks_.remove_if([](const Task& task) { return task.done; });
  Task& task = tasks_.emplace_back();
  ++busy_;
  task.thread = std::jthread([this, &task, work = std::move(work)]() mutable {
    if (disk_) disk_();
    work();
    work = {};  // what nobody took goes here, not while somebody draws
    bool leaving = false;
    {
      const std::lock_guard done(mutex_);
      task.done = true;
      --busy_;
      leaving = leaving_;
      rest_.notify_all();
    }
    if (wake_ && !leaving) wake_();
  });
}

bool Reader::at_rest() const {
  const std::lock_guard lock(mutex_);
  return busy_ == 0;
}

void Reader::wait() const {
  std::unique_lock lock(mutex_);
  rest_.wait(lock, [this] { return busy_ == 0; });
}

}  // namespace trainer::app
