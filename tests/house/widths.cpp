#include "tests/house/widths.h"

#include <algorithm>
#include <sstream>

namespace house {

int characters(std::string_view line) {
  const auto begins_one = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<int>(std::count_if(line.begin(), line.end(), begins_one));
}

std::vector<Breach> too_wide(const SourceFile& file) {
  std::vector<Breach> found;
  std::istringstream lines(file.text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (const int wide = characters(line); wide > kColumns)
      found.push_back({file.path, number, "is " + std::to_string(wide) + " characters wide"});
  }
  return found;
}

}  // namespace house
