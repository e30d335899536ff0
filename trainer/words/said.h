// What is said of one thing: two whole sentences, or more, in the language of the program.
#pragma once

#include <string>

namespace trainer::words {

struct Said {
  std::string what;    // it is, and where
  std::string advice;  // do this; empty: nothing
  bool operator==(const Said&) const = default;
};

// Both in one paragraph.
std::string together(const Said& said);

}  // namespace trainer::words
