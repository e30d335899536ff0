#include "trainer/library/stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace trainer::library {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::size_t kMostFiles = 10'000;  // of a lesson's folder; more than that it may not hold

void add(const std::string& path, Stamp& stamp) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return;
  stamp.push_back({path, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec});
}

bool is_read(const fs::path& file) {
  return file.filename() == "lesson.toml" || file.extension() == ".png";
}

}  // namespace

Stamp stamp_of_lesson(const std::string& path) {
  Stamp stamp;
  std::error_code error;
  const fs::path given(path);
  if (!fs::is_directory(given, error) && given.filename() != "lesson.toml") {
    add(path, stamp);
    return stamp;
  }
  const fs::path folder = fs::is_directory(given, error) ? given : given.parent_path();
  for (fs::recursive_directory_iterator it(folder.empty() ? "." : folder, error), end;
       !error && it != end && stamp.size() < kMostFiles; it.increment(error))
    if (is_read(it->path())) add(it->path().string(), stamp);
  std::sort(stamp.begin(), stamp.end(),
            [](const FileStamp& a, const FileStamp& b) { return a.path < b.path; });
  return stamp;
}

Stamp stamp_of_record(const std::string& path) {
  Stamp stamp;
  for (const char* ending : {"", "-wal", "-journal"}) add(path + ending, stamp);
  return stamp;
}

}  // namespace trainer::library
