#include "tests/house/source_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include "tests/support/here.h"

namespace fs = std::filesystem;

namespace house {

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<SourceFile> source_files(std::initializer_list<std::string_view> folders,
                                     std::initializer_list<std::string_view> endings) {
  const fs::path root = support::source_dir();
  std::vector<SourceFile> files;
  for (const std::string_view folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string path = fs::relative(entry.path(), root).generic_string();
      const auto ends_so = [&](std::string_view ending) { return path.ends_with(ending); };
      if (entry.is_regular_file() && std::any_of(endings.begin(), endings.end(), ends_so))
        files.push_back({path, text_of(entry.path())});
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

SourceFile source_file(const std::string& path) {
  return {path, text_of(fs::path(support::source_dir()) / path)};
}

}  // namespace house
