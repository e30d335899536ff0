#include "tests/support/here.h"

namespace support {

std::string source_dir() {
  return SMP_SOURCE_DIR;
}

std::string binary_dir() {
  return SMP_BINARY_DIR;
}

}  // namespace support
