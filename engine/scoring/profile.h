// Density of a field behind a line, in bins of distance: what feathering is judged by.
#pragma once

#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/field.h"

namespace engine::scoring {

struct ProfileBin {
  core::Mm from{}, to{};  // behind the line; the first also holds what lies in front of it
  double area_mm2 = 0.0;  // of the region
  double asked = 0.0;     // dots that the target asks for
  double count = 0.0;     // dots that are there
};

// The areas, made once, and the counts of dots, one at a time.
class FrontProfile {
 public:
  explicit FrontProfile(const Field& asked);
  void count(Vec2 dot, bool add);
  [[nodiscard]] std::vector<ProfileBin> bins() const;

 private:
  std::vector<Vec2> line_;
  std::vector<ProfileBin> fine_;  // 1 mm each
};

// Bins of 1 mm, joined from the front until each holds at least 25 asked dots; the rest joins the last. Empty
// without a line. Areas on a raster of 0.2 mm.
std::vector<ProfileBin> profile_behind(const Field& field);

}  // namespace engine::scoring
