#include "trainer/store/files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

Error of_file(const std::string& path, const std::string& message) {
  return {.message = message, .file = path};
}

Error of_errno(const std::string& path, const std::string& doing, int number) {
  return of_file(path, doing + ": " + std::generic_category().message(number));
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Result<void> sync_path(const std::string& path, int flags) {
  const Descriptor file(path, O_RDONLY | flags);
  if (file.number() < 0 || ::fsync(file.number()) != 0)
    return fail(of_errno(path, "cannot be made durable", errno));
  return {};
}

std::string folder_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

Result<void> write_all(const std::string& path, std::string_view content) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (file.number() < 0) return fail(of_errno(path, "cannot be created", errno));
  while (!content.empty()) {
    const ssize_t written = ::write(file.number(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(of_errno(path, "cannot be written", errno));
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

Result<void> check_plain_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return fail(of_file(path, "there is no such file"));
    return fail(of_errno(path, "cannot be looked at", errno));
  }
  if (S_ISDIR(status.st_mode)) return fail(of_file(path, "is a folder, not a record"));
  if (!S_ISREG(status.st_mode)) return fail(of_file(path, "is not a plain file"));
  if (status.st_size == 0) return fail(of_file(path, "is empty, not a record"));
  return {};
}

bool exists_with_content(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

FileMark file_mark(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

std::string free_name(const std::string& stem, const std::string& ending) {
  std::string path = stem + ending;
  std::error_code ignored;
  for (int number = 2; std::filesystem::exists(path, ignored); ++number)
    path = stem + "-" + std::to_string(number) + ending;
  return path;
}

Result<void> make_folders(const std::string& folder) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) return fail(of_file(folder, "cannot be made: " + problem.message()));
  return {};
}

Result<std::string> make_temporary_beside(const std::string& path) {
  for (int number = 0; number < 1000; ++number) {
    const std::string mine = std::to_string(::getpid()) + "-" + std::to_string(number) + ".tmp";
    // A name as long as names may be leaves no room for more.
    for (const std::string& name : {path + "." + mine, folder_of(path) + "/." + mine}) {
      const Descriptor file(name, O_WRONLY | O_CREAT | O_EXCL);
      if (file.number() >= 0) return name;
      if (errno != ENAMETOOLONG) break;
    }
    if (errno != EEXIST) return fail(of_errno(path, "cannot be created", errno));
  }
  return fail(of_file(path, "cannot be created: too many unfinished copies lie beside it"));
}

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code problem;
  std::string name = (std::filesystem::temp_directory_path(problem) / "smp-XXXXXX").string();
  if (problem || ::mkdtemp(name.data()) == nullptr) return fail(of_errno(name, "cannot be made", errno));
  return TemporaryFolder(std::move(name));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Result<void> put_in_place(const std::string& temporary, const std::string& path) {
  auto done = sync_path(temporary, 0);
  if (done && ::rename(temporary.c_str(), path.c_str()) != 0)
    done = fail(of_errno(path, "cannot be put in place", errno));
  if (!done) {
    ::unlink(temporary.c_str());
    return done;
  }
  return sync_path(folder_of(path), O_DIRECTORY);
}

Result<void> write_whole_file(const std::string& path, std::string_view content) {
  const auto temporary = make_temporary_beside(path);
  if (!temporary) return fail(temporary.error());
  if (auto written = write_all(*temporary, content); !written) {
    ::unlink(temporary->c_str());
    return written;
  }
  return put_in_place(*temporary, path);
}

Result<std::string> read_whole_file(const std::string& path, std::size_t at_most) {
  const Descriptor file(path, O_RDONLY);
  if (file.number() < 0) return fail(of_errno(path, "cannot be opened", errno));
  std::string content;
  char buffer[4096];
  while (true) {
    const ssize_t got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(of_errno(path, "cannot be read", errno));
    if (got == 0) return content;
    content.append(buffer, static_cast<std::size_t>(got));
    if (content.size() > at_most)
      return fail(of_file(path, "is larger than " + std::to_string(at_most) + " bytes"));
  }
}

}  // namespace trainer::store
