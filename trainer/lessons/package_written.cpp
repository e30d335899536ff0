// Packages on their way to the disk.
#include <filesystem>
#include <fstream>

#include "trainer/lessons/contents.h"
#include "trainer/lessons/package.h"

namespace trainer::lessons {

namespace fs = std::filesystem;
using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

Result<void> write_file(const fs::path& path, const Bytes& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return fail(Error{.message = "the file cannot be written", .file = path.string()});
  return {};
}

Result<void> write_files(const PackageFiles& files, const fs::path& folder) {
  std::error_code code;
  for (const auto& [name, bytes] : files) {
    const fs::path path = folder / name;
    fs::create_directories(path.parent_path(), code);
    if (code) return fail(Error{.message = "the folder cannot be made", .file = path.parent_path().string()});
    if (auto written = write_file(path, bytes); !written) return written;
  }
  return {};
}

}  // namespace

Result<Bytes> pack(const std::string& path) {
  auto files = read_files(path);
  if (!files) return fail(files.error());
  if (auto fine = allowed(*files); !fine) return fail(fine.error());
  return packed(*files);
}

Result<void> unpack(const std::string& package, const std::string& folder) {
  auto files = read_files(package);
  if (!files) return fail(files.error());
  if (auto fine = allowed(*files); !fine) return fine;
  std::error_code code;
  if (fs::exists(folder, code) && !(fs::is_directory(folder, code) && fs::is_empty(folder, code)))
    return fail(Error{.message = "the folder is not empty", .file = folder});
  // The outermost folder that is made for it.
  fs::path made = fs::exists(folder, code) ? fs::path() : fs::path(folder);
  while (made.has_parent_path() && made.parent_path() != made && !fs::exists(made.parent_path(), code))
    made = made.parent_path();
  auto written = write_files(*files, folder);
  if (written) return written;
  // It was missing or empty.
  for (const auto& [name, bytes] : *files)
    fs::remove_all(fs::path(folder) / name.substr(0, name.find('/')), code);
  if (!made.empty()) fs::remove_all(made, code);
  return written;
}

}  // namespace trainer::lessons
