#include "engine/scalp/tissue.h"

#include <algorithm>

namespace engine::scalp {

namespace {

// Even-odd, edges straight in the address space, in integers.
bool holds(const std::vector<CanvasPoint>& outline, CanvasPoint p) {
  bool inside = false;
  for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
    const CanvasPoint a = outline[i], b = outline[j];
    if ((a.v_um > p.v_um) == (b.v_um > p.v_um)) continue;
    const std::int64_t side =
        std::int64_t{b.u_um - a.u_um} * (p.v_um - a.v_um) - std::int64_t{p.u_um - a.u_um} * (b.v_um - a.v_um);
    if ((side > 0) == (b.v_um > a.v_um)) inside = !inside;
  }
  return inside;
}

}  // namespace

TissueMap::TissueMap(const Canvas& canvas, std::vector<TissueArea> areas) : areas_(std::move(areas)) {
  for (const TissueArea& area : areas_) {
    Box box{area.zone.outline.front(), area.zone.outline.front()};
    for (const CanvasPoint p : area.zone.outline) {
      box.low = {std::min(box.low.u_um, p.u_um), std::min(box.low.v_um, p.v_um)};
      box.high = {std::max(box.high.u_um, p.u_um), std::max(box.high.v_um, p.v_um)};
    }
    boxes_.push_back(box);
    std::vector<Vec3> middles;
    for (const CanvasPoint scar : area.zone.scars)
      if (const auto place = canvas.position(scar)) middles.push_back(*place);
    middles_.push_back(std::move(middles));
  }
}

TissueKind TissueMap::at(CanvasPoint p, const Vec3& position) const {
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    const Box& box = boxes_[i];
    if (p.u_um < box.low.u_um || p.v_um < box.low.v_um || p.u_um > box.high.u_um || p.v_um > box.high.v_um)
      continue;
    const Zone& zone = areas_[i].zone;
    const double r = zone.scar_radius.value;
    const bool hit = zone.scars.empty()
                         ? holds(zone.outline, p)
                         : std::any_of(middles_[i].begin(), middles_[i].end(), [&](const Vec3& m) {
                             return glm::dot(position - m, position - m) <= r * r;
                           });
    if (hit) return areas_[i].kind;
  }
  return TissueKind::Healthy;
}

}  // namespace engine::scalp
