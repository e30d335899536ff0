#include "engine/skin/needle.h"

#include <fmt/format.h>

#include <charconv>

namespace engine::skin {

namespace {

constexpr int kMaxPoints = 9;
constexpr std::int32_t kThinnest = 180, kThickest = 350;  // um (domain 2)

core::Result<Needle> refuse(const std::string& text) {
  return core::fail({.message = fmt::format("expected a needle such as \"1RL-0.25\": 1 to {} points, 0.18 to 0.35 mm; found \"{}\"",
                                            kMaxPoints, text.substr(0, 32)),
                     .field = "needle"});
}

}  // namespace

std::string to_string(const Needle& needle) {
  const auto hundredths = needle.diameter_um % 10 == 0;
  return hundredths ? fmt::format("{}RL-{}.{:02}", needle.points, needle.diameter_um / 1000, needle.diameter_um % 1000 / 10)
                    : fmt::format("{}RL-{}.{:03}", needle.points, needle.diameter_um / 1000, needle.diameter_um % 1000);
}

core::Result<Needle> parse_needle(const std::string& text) {
  Needle needle;
  const char* const end = text.data() + text.size();
  const auto points = std::from_chars(text.data(), end, needle.points);
  if (points.ec != std::errc{} || end - points.ptr < 4 || std::string_view(points.ptr, 3) != "RL-") return refuse(text);
  double mm = 0.0;
  const auto size = std::from_chars(points.ptr + 3, end, mm);
  if (size.ec != std::errc{} || size.ptr != end || !(mm >= 0.1 && mm <= 1.0)) return refuse(text);
  needle.diameter_um = static_cast<std::int32_t>(mm * 1000.0 + 0.5);
  const bool fits = needle.points >= 1 && needle.points <= kMaxPoints && needle.diameter_um >= kThinnest && needle.diameter_um <= kThickest;
  return fits ? core::Result<Needle>(needle) : refuse(text);
}

}  // namespace engine::skin
