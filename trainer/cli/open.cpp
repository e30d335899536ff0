#include "trainer/cli/open.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/scalp/client.h"
#include "engine/scoring/criterion.h"
#include "trainer/lessons/library.h"
#include "trainer/lessons/package.h"
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
  std::vector<std::string> folders;
  std::error_code error;
  if (!given.empty() && !fs::is_directory(given, error))
    return fail(
        {.message = "is not a folder", .file = given, .line = {}, .column = {}, .field = "--lessons"});
  if (!given.empty()) folders.push_back(given);
  if (const auto profile = store::default_profile_folder()) folders.push_back(*profile + "/lessons");
  folders.emplace_back(SMP_SOURCE_DIR "/lessons");
  folders.emplace_back(SMP_INSTALL_LESSONS);
  return folders;
}

Result<lessons::LessonPackage> open_lesson(const std::string& argument, const std::string& folder) {
  const auto folders = lesson_folders(folder);
  if (!folders) return fail(folders.error());
  const auto path = lessons::find_lesson(argument, *folders);
  if (!path) return fail(path.error());
  auto loading = lessons::load_package(*path);
  if (!loading.package) return fail(lessons::first_error(loading.findings));
  return std::move(*loading.package);
}

Result<OpenRecord> open_record(const std::string& path, bool salvage) {
  auto record = store::read_record(path, salvage ? store::Reading::Salvage : store::Reading::Strict);
  if (!record) return fail(record.error());
  auto loading = lessons::from_bytes(record->lesson_bytes, path);
  if (!loading.package) return fail(lessons::first_error(loading.findings));
  auto site = assessment::Site::make(std::move(loading.package->lesson));
  if (!site) return fail(site.error());
  return OpenRecord{path, std::move(*record), *site};
}

store::RecordHeader header_for(const lessons::LessonPackage& package, std::uint64_t seed,
                               engine::sim::DeviceKind device) {
  return {.lesson_id = package.lesson.id,
          .lesson_hash = package.hash,
          .seed = seed,
          .device = device,
          .geometry = engine::scalp::kGeometryVersion,
          .scorer = engine::scoring::kScorerVersion,
          .program_version = SMP_VERSION,
          .branch = {}};
}

}  // namespace trainer::cli
