#include "trainer/cli/open.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/core/printable.h"
#include "trainer/cli/commands.h"
#include "trainer/cli/say.h"
#include "trainer/library/files_read.h"
#include "trainer/store/outputs.h"
#include "trainer/store/profile.h"

namespace trainer::cli {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

// On one line whatever the file is called.
std::string in_words(Error error) {
  error.file = engine::core::on_one_line(error.file);
  return engine::core::as_utf8(engine::core::describe(error));
}

}  // namespace

int complain(const Error& error) {
  remark("error: {}\n", in_words(error));
  return kData;
}

nlohmann::json failed(const char* key, const std::string& argument, const Error& error) {
  return {{key, engine::core::as_utf8(argument)}, {"error", in_words(error)}};
}

std::optional<int> refuse_overlap(const std::vector<std::string>& inputs,
                                  const std::vector<std::string>& outputs) {
  const auto apart = store::outputs_apart(inputs, outputs);
  if (apart) return std::nullopt;
  remark("error: {}\n", in_words(apart.error()));
  return kUsage;
}

std::vector<std::string> files_of_lesson(const std::string& argument, const std::string& folder) {
  const auto folders = lesson_folders(folder);
  return folders ? library::files_of_lesson(argument, *folders) : std::vector<std::string>();
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

Result<void> write_record(const std::string& path, const store::RecordHeader& header,
                          const lessons::LessonPackage& package,
                          const std::vector<runner::AttemptEvent>& events) {
  if (auto place = store::is_place_for_file(path); !place) return place;
  return store::write_record(store::behind_links(path), header, {package.bytes, package.equipment_bytes},
                             events);
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
