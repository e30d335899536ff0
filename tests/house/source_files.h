// The files of the tree, for the tests that keep the rules of the house.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace house {

struct SourceFile {
  std::string path;  // from the source root: "engine/core/draw.cpp"
  std::string text;
};

struct Breach {
  std::string path;
  int line = 0;  // 1-based
  std::string what;
};

// The files under these folders of the source tree whose names end so, by path.
std::vector<SourceFile> source_files(std::initializer_list<std::string_view> folders,
                                     std::initializer_list<std::string_view> endings);
// A single file of it.
SourceFile source_file(const std::string& path);

}  // namespace house
