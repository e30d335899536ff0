#include "trainer/app/patches.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "trainer/assessment/site.h"

namespace trainer::app {

using engine::scalp::CanvasPoint;
using engine::geometry::Vec2;
using engine::geometry::Vec3;

namespace {

struct Bounds { std::int32_t u0, v0, u1, v1; };

Bounds bounds(const std::vector<CanvasPoint>& outline) {
  Bounds b{outline[0].u_um, outline[0].v_um, outline[0].u_um, outline[0].v_um};
  for (const auto& p : outline) {
    b.u0 = std::min(b.u0, p.u_um);
    b.u1 = std::max(b.u1, p.u_um);
    b.v0 = std::min(b.v0, p.v_um);
    b.v1 = std::max(b.v1, p.v_um);
  }
  return b;
}

int cells(std::int32_t length_um, double view_mm) {
  const double length = length_um / 1000.0;
  // A tenth of the view is shared with the neighbour; a little beyond the view needs no second patch.
  return length <= view_mm * 1.02 ? 1 : static_cast<int>(std::ceil(length / (0.9 * view_mm)));
}

bool near_zone(const assessment::Site& site, CanvasPoint centre, double du_um, double dv_um) {
  for (int i = -2; i <= 2; ++i)
    for (int j = -2; j <= 2; ++j)
      if (site.target_at({centre.u_um + static_cast<std::int32_t>(du_um * i / 5), centre.v_um + static_cast<std::int32_t>(dv_um * j / 5)})) return true;
  return false;
}

}  // namespace

std::vector<CanvasPoint> patches(const assessment::Site& site, Vec2 view_mm) {
  std::vector<CanvasPoint> out;
  for (const auto& target : site.targets()) {
    if (target.zone.outline.empty()) continue;
    const Bounds b = bounds(target.zone.outline);
    const int across = cells(b.u1 - b.u0, view_mm.x), down = cells(b.v1 - b.v0, view_mm.y);
    const double du = static_cast<double>(b.u1 - b.u0) / across, dv = static_cast<double>(b.v1 - b.v0) / down;
    for (int j = down - 1; j >= 0; --j)
      for (int i = 0; i < across; ++i) {
        const CanvasPoint p{b.u0 + static_cast<std::int32_t>(du * (i + 0.5)), b.v0 + static_cast<std::int32_t>(dv * (j + 0.5))};
        if (site.canvas().locate(p) && near_zone(site, p, du, dv)) out.push_back(p);
      }
  }
  return out;
}

std::optional<CanvasPoint> emptiest(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  std::vector<Vec3> dots;
  for (const auto& dot : attempt.skin.dots)
    if (const auto where = dot.withdrawn ? std::nullopt : site.canvas().locate(dot.at)) dots.push_back(where->position);
  std::optional<CanvasPoint> best;
  double widest = -1.0;
  for (const auto& target : site.targets()) {
    if (target.zone.outline.empty()) continue;
    const Bounds b = bounds(target.zone.outline);
    const std::int32_t step = std::max(1'000, std::max(b.u1 - b.u0, b.v1 - b.v0) / 40);
    for (std::int32_t v = b.v1 - step / 2; v > b.v0; v -= step)
      for (std::int32_t u = b.u0 + step / 2; u < b.u1; u += step) {
        if (!site.target_at({u, v})) continue;
        const auto where = site.canvas().locate({u, v});
        if (!where) continue;
        double nearest = std::numeric_limits<double>::max();
        for (const Vec3& d : dots) nearest = std::min(nearest, glm::dot(d - where->position, d - where->position));
        if (nearest > widest) {
          widest = nearest;
          best = CanvasPoint{u, v};
        }
      }
  }
  return best;
}

}  // namespace trainer::app
