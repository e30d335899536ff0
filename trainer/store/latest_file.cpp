#include "trainer/store/latest_file.h"

#include <utility>

#include "trainer/store/files.h"

namespace trainer::store {

LatestFile::LatestFile(std::string path) : path_(std::move(path)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

LatestFile::~LatestFile() = default;

void LatestFile::put(std::string content) {
  const std::lock_guard lock(mutex_);
  next_ = std::move(content);
  wake_.notify_all();
}

void LatestFile::wait() const {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return !next_ && !writing_; });
}

std::optional<engine::core::Error> LatestFile::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void LatestFile::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (wake_.wait(lock, stop, [this] { return next_.has_value(); })) {
    const std::string content = std::move(*std::exchange(next_, std::nullopt));
    writing_ = true;
    lock.unlock();
    const auto written = write_whole_file(path_, content);
    lock.lock();
    writing_ = false;
    trouble_ = written ? std::nullopt : std::optional(written.error());
    wake_.notify_all();
  }
}

}  // namespace trainer::store
