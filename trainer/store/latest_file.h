// A small file of which only the latest state matters, written whole on a thread of its own: whoever changes
// it waits for no disk.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "engine/core/result.h"

namespace trainer::store {

class LatestFile {
 public:
  explicit LatestFile(std::string path);
  LatestFile(const LatestFile&) = delete;
  LatestFile& operator=(const LatestFile&) = delete;
  ~LatestFile();  // once the latest is written

  void put(std::string content);
  void wait() const;  // until the latest is written, or cannot be
  // Why the latest could not be written; nothing once a later one could.
  [[nodiscard]] std::optional<engine::core::Error> trouble() const;

 private:
  void work(const std::stop_token& stop);

  const std::string path_;
  mutable std::mutex mutex_;  // never held during a file call
  mutable std::condition_variable_any wake_;
  std::optional<std::string> next_;
  bool writing_ = false;
  std::optional<engine::core::Error> trouble_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace trainer::store
