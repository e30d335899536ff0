// Where the tests run: the source tree that they read, the build tree that they may write to.
#pragma once

#include <string>

namespace support {

std::string source_dir();
std::string binary_dir();

}  // namespace support
