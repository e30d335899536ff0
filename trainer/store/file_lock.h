// One holder at a time, across processes; the kernel frees it when the holder ends, however it ends.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "engine/core/result.h"

namespace trainer::store {

class FileLock {
 public:
  // Error: somebody still holds it after `patience`, with their process number, or the file cannot be made.
  static engine::core::Result<FileLock> acquire(const std::string& path,
                                                std::chrono::milliseconds patience = {});

  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace trainer::store
