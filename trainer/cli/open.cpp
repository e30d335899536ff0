#include "trainer/cli/open.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "trainer/store/profile.h"

namespace trainer::cli {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

int complain(const Error& error) {
  fmt::print(stderr, "error: {}\n", engine::core::describe(error));
  return 3;
}

Result<std::string> read_text(const std::string& path, std::size_t limit) {
  std::error_code error;
  if (fs::is_directory(path, error))
    return fail({.message = "this is a folder; expected a file", .file = path});
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail({.message = "cannot be opened for reading", .file = path});
  const auto size = fs::file_size(path, error);
  if (!error && size > limit)
    return fail({.message = fmt::format("is larger than {} MiB", limit >> 20), .file = path});
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) return fail({.message = "cannot be read to its end", .file = path});
  return text;
}

Result<void> write_text(const std::string& path, std::string_view text) {
  const std::string part = path + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out.flush()) return fail({.message = "cannot be written", .file = path});
  }
  std::error_code error;
  fs::rename(part, path, error);
  if (error) return fail({.message = "cannot be put in place: " + error.message(), .file = path});
  return {};
}

Result<std::vector<std::string>> lesson_folders(const std::string& given) {
  std::error_code error;
  if (!given.empty() && !fs::is_directory(given, error))
    return fail(
        {.message = "is not a folder", .file = given, .line = {}, .column = {}, .field = "--lessons"});
  return library::lesson_folders(given, store::default_profile_folder().value_or(""));
}

Result<lessons::LessonPackage> open_lesson(const std::string& argument, const std::string& folder) {
  const auto folders = lesson_folders(folder);
  if (!folders) return fail(folders.error());
  return library::open_lesson(argument, *folders);
}

}  // namespace trainer::cli
