// Files written whole: a crash leaves the old content or the new, never a mixture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/core/result.h"

namespace trainer::store {

// Error when the path is missing, a folder, empty, or not a plain file: in words for the person.
engine::core::Result<void> check_plain_file(const std::string& path);

bool exists_with_content(const std::string& path);

// Which file it is that lies under a name: another one has another mark.
struct FileMark {
  std::uint64_t device = 0, number = 0;  // both 0: there is none
  bool operator==(const FileMark&) const = default;
};
FileMark file_mark(const std::string& path);

// STEM and ending, or with a number between them where that is taken.
std::string free_name(const std::string& stem, const std::string& ending);
engine::core::Result<void> make_folders(const std::string& folder);

// Creates an empty file beside `path` under a name that nobody else uses.
engine::core::Result<std::string> make_temporary_beside(const std::string& path);

// A folder of the system's temporary place that goes away with it.
class TemporaryFolder {
 public:
  static engine::core::Result<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// fsync of `temporary`, rename to `path`, fsync of the folder. On failure `temporary` is removed.
engine::core::Result<void> put_in_place(const std::string& temporary, const std::string& path);

engine::core::Result<void> write_whole_file(const std::string& path, std::string_view content);
// Error above `at_most` bytes, or when it cannot be read.
engine::core::Result<std::string> read_whole_file(const std::string& path, std::size_t at_most);

}  // namespace trainer::store
