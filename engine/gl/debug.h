// What the driver complains about.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engine::gl {

// Collects the driver's messages of medium and high severity while it lives, where the driver has
// KHR_debug; one at a time per context.
class DebugLog {
 public:
  DebugLog();
  ~DebugLog();
  DebugLog(const DebugLog&) = delete;
  DebugLog& operator=(const DebugLog&) = delete;

  [[nodiscard]] bool available() const { return available_; }
  [[nodiscard]] const std::vector<std::string>& messages() const { return messages_; }
  void add(std::string_view message) { messages_.emplace_back(message); }

 private:
  bool available_ = false;
  std::vector<std::string> messages_;
};

// The name of the first pending GL error, or empty; clears all.
std::string take_error();

}  // namespace engine::gl
