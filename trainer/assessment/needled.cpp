#include "trainer/assessment/needled.h"

#include <algorithm>
#include <cmath>

namespace trainer::assessment {

using engine::scalp::Vec3;
using engine::skin::DryMark;

namespace {

// Within reach of a mark; on one axis first, which leaves most pairs out.
bool near(const Vec3& a, const Vec3& b) {
  constexpr double kReach = engine::skin::kDryReach.value;
  if (std::fabs(a.x - b.x) > kReach) return false;
  const Vec3 way = a - b;
  return glm::dot(way, way) <= kReach * kReach;
}

}  // namespace

Needled count_needled(const Site& site, std::span<const DryMark> marks) {
  Needled count;
  const auto& places = site.scar_places();
  count.marks = marks.size();
  count.places = places.size();
  std::vector<char> worked(places.size(), 0);
  for (const DryMark& mark : marks) {
    const bool deep = engine::skin::too_deep(mark), right = engine::skin::works(mark);
    bool inside = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if ((!right || worked[i]) && inside) continue;
      if (!near(places[i], mark.position)) continue;
      inside = true;
      if (right) worked[i] = 1;
    }
    if (deep)
      ++count.too_deep;
    else if (!right)
      ++count.too_shallow;
    if (!inside) ++count.outside;
  }
  count.worked = static_cast<std::size_t>(std::count(worked.begin(), worked.end(), char{1}));
  return count;
}

}  // namespace trainer::assessment
