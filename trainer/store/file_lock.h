// One holder at a time, across processes; the kernel frees it when the holder ends, however it ends.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "engine/core/result.h"

namespace trainer::store {

class FileLock {
 public:
  struct Refusal {
    engine::core::Error error;
    bool held = false;  // by somebody; else the file cannot be made, or there are no locks in that place
  };
  // Refused: somebody still holds it after `patience`, with their process number, or there can be none.
  static tl::expected<FileLock, Refusal> acquire(const std::string& path,
                                                 std::chrono::milliseconds patience = {});

  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace trainer::store
