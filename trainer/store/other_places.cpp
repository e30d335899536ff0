#include "trainer/store/other_places.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace trainer::store {

namespace {

std::optional<OtherPlace> place_in(std::string_view line) {
  OtherPlace place;
  const char* const end = line.data() + line.size();
  const auto [rest, error] = std::from_chars(line.data(), end, place.records);
  if (error != std::errc{} || rest == end || *rest != ' ') return std::nullopt;
  place.folder.assign(rest + 1, end);
  return place.folder.starts_with('/') ? std::optional(place) : std::nullopt;
}

bool has(const std::vector<OtherPlace>& places, const std::string& folder) {
  return std::any_of(places.begin(), places.end(), [&](const auto& p) { return p.folder == folder; });
}

}  // namespace

std::string other_places_text(const std::vector<OtherPlace>& places) {
  std::string text;
  for (const auto& place : places)
    if (place.folder.find('\n') == std::string::npos)
      text += std::to_string(place.records) + " " + place.folder + "\n";
  return text;
}

std::vector<OtherPlace> parse_other_places(std::string_view text) {
  std::vector<OtherPlace> places;
  while (!text.empty() && places.size() < kMostOtherPlaces) {
    const auto end = std::min(text.find('\n'), text.size());
    if (const auto place = place_in(text.substr(0, end)); place && !has(places, place->folder))
      places.push_back(*place);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return places;
}

}  // namespace trainer::store
