#include "trainer/library/files_read.h"

#include <filesystem>

#include "trainer/lessons/package.h"
#include "trainer/library/lesson_list.h"

namespace trainer::library {

namespace fs = std::filesystem;

std::vector<std::string> files_in(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files{path, (fs::path(path) / "lesson.toml").string()};
  if (const auto inside = lessons::read_files(path))
    for (const auto& [name, bytes] : *inside) files.push_back((fs::path(path) / name).string());
  return files;
}

std::vector<std::string> files_of_lesson(const std::string& argument,
                                         const std::vector<std::string>& folders) {
  if (argument.empty()) return {};
  const auto path = find_lesson(argument, folders);
  return path ? files_in(*path) : std::vector<std::string>();
}

}  // namespace trainer::library
