// Folders beside the profile's in which work was saved because it could not be saved there: a small file of
// the profile's own, so that the work is found again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainer::store {

constexpr std::size_t kMostOtherPlaces = 16;
constexpr std::size_t kMaxOtherPlacesBytes = 64u << 10;

struct OtherPlace {
  std::string folder;
  std::size_t records = 0;  // that lay there when it was looked last
  bool operator==(const OtherPlace&) const = default;
};

// A line for each: how many, a space, the folder. Folders that have line breaks in their names are left out.
std::string other_places_text(const std::vector<OtherPlace>& places);
// What is no such line is left out, and so is what comes twice, or beyond kMostOtherPlaces.
std::vector<OtherPlace> parse_other_places(std::string_view text);

}  // namespace trainer::store
