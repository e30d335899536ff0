// A function is declared beside its body: what x.h declares is defined in x.cpp, or in x_<part>.cpp where the
// file was cut. Whoever reads a declaration then knows where to look. Pure: the files come as texts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>
#include "tests/house/source_files.h"

namespace house {

struct Function {
  std::string name;  // "draw", or "Screen::draw" of a class
  int line = 0;      // 1-based
  bool body = false;
};

// The functions that a file declares or defines at namespace scope or in a class, without those of unnamed
// namespaces. Good enough for code that the formatter wrote; not a parser of C++.
std::vector<Function> functions(std::string_view text);

// Whether x.h and x.cpp, x_part.cpp, or x_screen.h and x_view.cpp, x_draw.cpp (what a screen says and how it
// is drawn). Paths.
bool belong_together(std::string_view header, std::string_view body);

// Functions declared in a header of these files whose bodies all stand in other files of its folder.
std::vector<Breach> strays(std::span<const SourceFile> files);

}  // namespace house
