// What a measuring program says of itself.
#pragma once

#include <cstdio>
#include <string_view>

namespace bench {

// Whether help was asked for first; it has been printed then.
inline bool told_usage(int argc, char** argv, const char* usage) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (first != "--help" && first != "-h") return false;
  std::puts(usage);
  return true;
}

}  // namespace bench
