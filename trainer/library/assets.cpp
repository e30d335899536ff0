#include "trainer/library/assets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <system_error>

#include "trainer/library/shipped.h"

namespace trainer::library {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

Result<std::string> asset(std::string_view name) {
  return find_asset(name, shipped_folders());
}

Result<std::string> find_asset(std::string_view name, const std::vector<std::string>& folders) {
  std::vector<std::string> looked_at;
  for (const std::string& folder : folders) {
    const std::string path = (fs::path(folder) / "assets" / name).string();
    std::error_code unreadable;
    if (fs::exists(path, unreadable)) return path;
    looked_at.push_back(path);
  }
  return fail(Error{.message = fmt::format("a file of the program is missing; looked for {}",
                                           fmt::join(looked_at, " and ")),
                    .file = std::string(name)});
}

}  // namespace trainer::library
