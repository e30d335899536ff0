#include "trainer/library/shipped.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trainer::library {

namespace fs = std::filesystem;

namespace {

// Folder by folder, so that /a/build2 does not lie in /a/build.
bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

ProgramPlaces this_program() {
  std::error_code error;
  const auto path = fs::read_symlink("/proc/self/exe", error);
  return {.folder = error ? "" : path.parent_path().string(),
          .build_tree = SMP_BINARY_DIR,
          .source_tree = SMP_SOURCE_DIR,
          .bin_to_data = SMP_BIN_TO_DATA,
          .installed = SMP_INSTALLED_DATA};
}

}  // namespace

std::vector<std::string> shipped_folders(const ProgramPlaces& program) {
  const fs::path folder(program.folder);
  std::vector<std::string> folders;
  if (!folder.empty())
    folders.push_back(lies_in(folder, program.build_tree)
                          ? program.source_tree
                          : (folder / program.bin_to_data).lexically_normal().string());
  if (std::find(folders.begin(), folders.end(), program.installed) == folders.end())
    folders.push_back(program.installed);
  return folders;
}

std::vector<std::string> shipped_folders() {
  return shipped_folders(this_program());
}

}  // namespace trainer::library
