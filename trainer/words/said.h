// What is said of one thing: two whole sentences, or more, in the language of the program.
#pragma once

#include <string>
#include <vector>

namespace trainer::words {

struct Said {
  std::string what;    // it is, and where
  std::string advice;  // do this; empty: nothing
  bool operator==(const Said&) const = default;
};

// Both in one paragraph.
std::string together(const Said& said);
// Short facts beside each other, what is empty left out: "Module 1 · about 4 min".
std::string side_by_side(const std::vector<std::string>& facts);
// "14 : 1, 20 : 1".
std::string listed(const std::vector<std::string>& things);

}  // namespace trainer::words
