#include "engine/skin/needle.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace engine::skin {

namespace {

constexpr int kMaxPoints = 9;
constexpr std::int32_t kThinnest = 180, kThickest = 350;  // um (docs/domain.md 2.1)

core::Result<Needle> refuse(const std::string& text) {
  return core::fail({.message = fmt::format("expected a needle such as \"1RL-0.25\": 1 to {} points, 0.18 to "
                                            "0.35 mm, LT or ST behind it for a long or short "
                                            "taper; found \"{}\"",
                                            kMaxPoints, text.substr(0, 32)),
                     .field = "needle"});
}

std::string_view suffix(Taper taper) {
  switch (taper) {
    case Taper::Long:
      return "LT";
    case Taper::Short:
      return "ST";
    case Taper::Medium:
      break;
  }
  return "";
}

}  // namespace

std::string to_string(const Needle& needle) {
  const auto hundredths = needle.diameter_um % 10 == 0;
  const auto mm = hundredths
                      ? fmt::format("{}.{:02}", needle.diameter_um / 1000, needle.diameter_um % 1000 / 10)
                      : fmt::format("{}.{:03}", needle.diameter_um / 1000, needle.diameter_um % 1000);
  return fmt::format("{}RL-{}{}", needle.points, mm, suffix(needle.taper));
}

core::Result<Needle> parse_needle(const std::string& text) {
  Needle needle;
  const char* const end = text.data() + text.size();
  const auto points = std::from_chars(text.data(), end, needle.points);
  if (points.ec != std::errc{} || end - points.ptr < 4 || std::string_view(points.ptr, 3) != "RL-")
    return refuse(text);
  double mm = 0.0;
  const auto size = std::from_chars(points.ptr + 3, end, mm);
  const std::string_view rest(size.ptr, static_cast<std::size_t>(end - size.ptr));
  if (size.ec != std::errc{} || !(mm >= 0.1 && mm <= 1.0)) return refuse(text);
  if (rest == suffix(Taper::Long))
    needle.taper = Taper::Long;
  else if (rest == suffix(Taper::Short))
    needle.taper = Taper::Short;
  else if (!rest.empty())
    return refuse(text);
  needle.diameter_um = static_cast<std::int32_t>(mm * 1000.0 + 0.5);
  const bool fits = needle.points >= 1 && needle.points <= kMaxPoints && needle.diameter_um >= kThinnest &&
                    needle.diameter_um <= kThickest;
  return fits ? core::Result<Needle>(needle) : refuse(text);
}

std::int32_t needle_spread_permille(const Needle& needle, const NeedleTable& table) {
  const std::int32_t points = 1000 + table.point_spread * (needle.points - 1);
  const std::int32_t taper = needle.taper == Taper::Long    ? table.long_spread
                             : needle.taper == Taper::Short ? table.short_spread
                                                            : 1000;
  return points * taper / 1000;
}

std::int32_t needle_load_permille(const Needle& needle, const NeedleTable& table) {
  return needle.taper == Taper::Long    ? table.long_load
         : needle.taper == Taper::Short ? table.short_load
                                        : 1000;
}

}  // namespace engine::skin
