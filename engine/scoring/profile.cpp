#include "engine/scoring/profile.h"

#include <algorithm>
#include <cmath>

#include "engine/geometry/polyline.h"

namespace engine::scoring {

namespace {

constexpr double kPitch = 0.2;        // mm
constexpr double kLeastAsked = 25.0;  // dots a bin: below, chance alone makes a profile ragged

std::size_t bin_of(double behind) {
  return static_cast<std::size_t>(std::max(0.0, std::floor(behind)));
}

ProfileBin& bin_at(std::vector<ProfileBin>& bins, double behind) {
  const std::size_t k = bin_of(behind);
  while (bins.size() <= k)
    bins.push_back({.from = core::Mm{static_cast<double>(bins.size())},
                    .to = core::Mm{static_cast<double>(bins.size() + 1)}});
  return bins[k];
}

void join(ProfileBin& into, const ProfileBin& other) {
  into.to = other.to;
  into.area_mm2 += other.area_mm2;
  into.asked += other.asked;
  into.count += other.count;
}

std::vector<ProfileBin> joined(const std::vector<ProfileBin>& fine) {
  std::vector<ProfileBin> bins;
  bool open = false;
  for (const ProfileBin& bin : fine) {
    if (open)
      join(bins.back(), bin);
    else
      bins.push_back(bin);
    open = bins.back().asked < kLeastAsked;
  }
  if (open && bins.size() > 1) {
    const ProfileBin rest = bins.back();
    bins.pop_back();
    join(bins.back(), rest);
  }
  return bins;
}

}  // namespace

// Pixels whose middle lies in the region, as area and asked dots.
FrontProfile::FrontProfile(const Field& asked) : line_(asked.target.line) {
  if (line_.size() < 2) return;
  const auto& box = asked.region.box();
  const int rows = static_cast<int>(std::ceil((box.high.y - box.low.y) / kPitch));
  std::vector<std::pair<double, double>> spans;
  for (int j = 0; j < rows; ++j) {
    const double y = box.low.y + (j + 0.5) * kPitch;
    asked.region.row_spans(y, spans);
    for (const auto& [x0, x1] : spans) {
      const int from = static_cast<int>(std::ceil((x0 - box.low.x) / kPitch - 0.5)),
                to = static_cast<int>(std::ceil((x1 - box.low.x) / kPitch - 0.5));
      for (int i = from; i < to; ++i) {
        const Vec2 p{box.low.x + (i + 0.5) * kPitch, y};
        ProfileBin& bin = bin_at(fine_, geometry::signed_distance(line_, p));
        bin.area_mm2 += kPitch * kPitch;
        bin.asked += kPitch * kPitch * asked.target.at(p);
      }
    }
  }
}

void FrontProfile::count(Vec2 dot, bool add) {
  if (line_.size() < 2) return;
  bin_at(fine_, geometry::signed_distance(line_, dot)).count += add ? 1.0 : -1.0;
}

std::vector<ProfileBin> FrontProfile::bins() const {
  // A bin behind the region's that a dot once made is nothing without it.
  std::vector<ProfileBin> fine = fine_;
  while (!fine.empty() && fine.back().area_mm2 == 0.0 && fine.back().count == 0.0) fine.pop_back();
  return joined(fine);
}

std::vector<ProfileBin> profile_behind(const Field& field) {
  FrontProfile profile(field);
  for (const FieldDot& dot : field.dots) profile.count(dot.at, true);
  return profile.bins();
}

}  // namespace engine::scoring
