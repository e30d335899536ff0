// Has a file changed since it was read? By its size and the time it was written last, without opening it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trainer::library {

struct FileStamp {
  std::string path;
  std::uint64_t bytes = 0;
  std::int64_t written_ns = 0;  // since 1970
  bool operator==(const FileStamp&) const = default;
};
// Equal stamps: the same files, none of them written in between.
using Stamp = std::vector<FileStamp>;

// Of everything that load_package reads of this lesson: a file, or a folder's lesson.toml and pictures.
Stamp stamp_of_lesson(const std::string& path);
// Of a record and what SQLite has beside it while somebody writes.
Stamp stamp_of_record(const std::string& path);

}  // namespace trainer::library
