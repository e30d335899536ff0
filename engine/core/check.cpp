#include "engine/core/check.h"

#include <cstdio>
#include <cstdlib>

namespace engine::core {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: broken contract: %s\n", file, line, condition);
  std::abort();
}

}  // namespace engine::core
