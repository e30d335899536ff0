// A lesson with everything that belongs to it: `lesson.toml` and its PNG pictures, as a folder or as
// one .smplesson file (zip, entries stored, fixed times and order: the same files give the same bytes).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/finding.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

// Limits of a package; the ratio is counted while inflating, headers are not trusted.
constexpr std::size_t kMostPackageBytes = 8u << 20;  // packed
constexpr std::size_t kMostEntries = 1000;
constexpr std::size_t kMostUnpackedBytes = 64u << 20;  // all entries together
constexpr std::size_t kMostRatio = 100;                // unpacked to packed, beyond the first 1 MiB
constexpr std::size_t kMostNameBytes = 200;

using Bytes = std::vector<std::uint8_t>;
// Name inside the package -> content. Names: segments of [A-Za-z0-9._-] joined by '/'.
using PackageFiles = std::map<std::string, Bytes, std::less<>>;

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
engine::core::Result<PackageFiles> unpacked(std::span<const std::uint8_t> bytes);
engine::core::Result<Bytes> packed(const PackageFiles& files);

// "" when the name may stand in a package, else what is wrong with it.
std::string name_fault(std::string_view name);

// Packs a folder (or lesson.toml) into one file, through a temporary file beside it. The lesson is not
// judged.
engine::core::Result<void> pack(const std::string& path, const std::string& output);
// Unpacks into `folder`, which must be missing or empty. Nothing is written when any entry is refused.
engine::core::Result<void> unpack(const std::string& package, const std::string& folder);

}  // namespace trainer::lessons
