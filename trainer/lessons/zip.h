// The files of a package as one zip and back: entries stored, fixed times and order, so that the same files
// give the same bytes. Reading trusts nothing.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

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

engine::core::Result<PackageFiles> unpacked(std::span<const std::uint8_t> bytes);
engine::core::Result<Bytes> packed(const PackageFiles& files);

// "" when the name may stand in a package, else what is wrong with it.
std::string name_fault(std::string_view name);

}  // namespace trainer::lessons
