// A lesson with everything that belongs to it: `lesson.toml` and its PNG pictures, as a folder or as
// one .smplesson file (zip, entries stored, fixed times and order: the same files give the same bytes).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/finding.h"
#include "trainer/lessons/lesson.h"
#include "trainer/lessons/zip.h"

namespace trainer::lessons {

struct Loading {
  std::optional<LessonPackage> package;  // present exactly when there is no error
  std::vector<Finding> findings;
};

// `path`: a folder with lesson.toml, a lesson.toml, or a .smplesson. A folder and its .smplesson give
// the same bytes and hash.
Loading load_package(const std::string& path);
// What a record embeds: bytes as they are, read in memory. `name` stands in the findings.
Loading from_bytes(Bytes bytes, const std::string& name);
// A lesson.toml alone, packed.
Loading from_text(std::string_view text, const std::string& name);

// The files behind `path`, read within the limits above, not looked into.
engine::core::Result<PackageFiles> read_files(const std::string& path);

// A folder (or lesson.toml) as the bytes of one file. The lesson is not judged.
engine::core::Result<Bytes> pack(const std::string& path);
// Unpacks into `folder`, which must be missing or empty. Nothing is written when any entry is refused.
engine::core::Result<void> unpack(const std::string& package, const std::string& folder);

}  // namespace trainer::lessons
