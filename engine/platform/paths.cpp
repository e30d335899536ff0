#include "engine/platform/paths.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace engine::platform {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string cache_folder() {
  if (const std::string xdg = variable("XDG_CACHE_HOME"); !xdg.empty()) return xdg + "/smp-trainer";
  const std::string home = variable("HOME");
  return home.empty() ? "" : home + "/.cache/smp-trainer";
}

std::string first_readable(const std::vector<std::string>& paths) {
  for (const auto& path : paths) {
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error) && std::ifstream(path)) return path;
  }
  return {};
}

std::string program_folder() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "" : path.parent_path().string();
}

}  // namespace engine::platform
