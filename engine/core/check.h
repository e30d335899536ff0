// A broken contract inside the program: say where, and stop. Never for data from outside.
#pragma once

namespace engine::core {
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}  // namespace engine::core

#define ENGINE_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::engine::core::check_failed(#condition, __FILE__, __LINE__))
