// Packages that other systems' tools made: what they leave in a zip, how they write names, and what is no
// zip.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trainer::lessons {

// What a system leaves behind and nobody packs on purpose: __MACOSX, ._x, .DS_Store, Thumbs.db, desktop.ini,
// and whatever else is hidden by a dot. By the name in the package, with slashes.
bool left_by_system(std::string_view name);

// The folder, with its slash, in which everything lies because a folder was packed instead of what is in it;
// "" when lesson.toml lies at the top, nowhere, or beside files outside its folder.
std::string wrapping_folder(const std::vector<std::string>& names);

// A sentence about bytes that do not open as a zip: what they are, and what to do.
std::string why_no_zip(std::span<const std::uint8_t> bytes);

// How a zip calls the method by which an entry is packed: "LZMA", or its number.
std::string packing_method(std::uint32_t number);

}  // namespace trainer::lessons
