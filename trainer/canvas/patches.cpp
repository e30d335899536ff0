#include "trainer/canvas/patches.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/scalp/head_surface.h"
#include "trainer/assessment/judged.h"
#include "trainer/assessment/site.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

using engine::geometry::Vec2;
using engine::geometry::Vec3;
using engine::scalp::CanvasPoint;

namespace {

struct Bounds {
  std::int32_t u0, v0, u1, v1;
};

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

// Dots asked in a cell: the density at a grid of places, each standing for its share of the cell.
double asked_in(const assessment::Site& site, const assessment::SiteTarget& target, CanvasPoint low,
                CanvasPoint high) {
  constexpr int kAcross = 12;
  double sum = 0.0;
  const double area = (high.u_um - low.u_um) / 1000.0 * (high.v_um - low.v_um) / 1000.0 / (kAcross * kAcross);
  for (int i = 0; i < kAcross; ++i)
    for (int j = 0; j < kAcross; ++j) {
      const CanvasPoint at{
          low.u_um + static_cast<std::int32_t>((high.u_um - low.u_um) * (i + 0.5) / kAcross),
          low.v_um + static_cast<std::int32_t>((high.v_um - low.v_um) * (j + 0.5) / kAcross)};
      const auto flat = target.plane.flatten(at);
      if (flat && target.region.contains(*flat) && site.canvas().position(at))
        sum += target.density.at(*flat) * area;
    }
  return sum;
}

}  // namespace

std::vector<Patch> patches(const assessment::Site& site, Vec2 view_mm) {
  std::vector<Patch> out;
  for (const auto& target : site.targets()) {
    if (target.zone.outline.empty()) continue;
    const Bounds b = bounds(target.zone.outline);
    const int across = cells(b.u1 - b.u0, view_mm.x), down = cells(b.v1 - b.v0, view_mm.y);
    const double du = static_cast<double>(b.u1 - b.u0) / across, dv = static_cast<double>(b.v1 - b.v0) / down;
    const auto corner = [&](int i, int j) {
      return CanvasPoint{b.u0 + static_cast<std::int32_t>(du * i), b.v0 + static_cast<std::int32_t>(dv * j)};
    };
    for (int j = down - 1; j >= 0; --j)
      for (int i = 0; i < across; ++i) {
        Patch patch{.centre = {}, .low = corner(i, j), .high = corner(i + 1, j + 1)};
        patch.centre = {patch.low.u_um + (patch.high.u_um - patch.low.u_um) / 2,
                        patch.low.v_um + (patch.high.v_um - patch.low.v_um) / 2};
        patch.asked = asked_in(site, target, patch.low, patch.high);
        if (patch.asked >= 1.0 && site.canvas().position(patch.centre)) out.push_back(patch);
      }
  }
  return out;
}

std::size_t nearest_patch(const std::vector<Patch>& patches, CanvasPoint at) {
  const auto distance = [&](const Patch& p) {
    return std::hypot(static_cast<double>(p.centre.u_um - at.u_um),
                      static_cast<double>(p.centre.v_um - at.v_um));
  };
  const auto best = std::min_element(patches.begin(), patches.end(), [&](const Patch& a, const Patch& b) {
    return distance(a) < distance(b);
  });
  return best == patches.end() ? 0 : static_cast<std::size_t>(best - patches.begin());
}

bool is_done(const Patch& patch, const runner::Attempt& attempt) {
  const auto inside = std::count_if(attempt.skin.dots.begin(), attempt.skin.dots.end(), [&](const auto& d) {
    return engine::sim::is_there(attempt.skin, d) && d.at.u_um >= patch.low.u_um &&
           d.at.u_um < patch.high.u_um && d.at.v_um >= patch.low.v_um && d.at.v_um < patch.high.v_um;
  });
  return static_cast<double>(inside) >= assessment::kNearlyPercent / 100.0 * patch.asked;
}

std::string place_in_words(const engine::scalp::HeadSurface& head, CanvasPoint at) {
  using engine::scalp::Landmark;
  constexpr double kCentreMm = 25.0;
  const Vec2 mm = engine::scalp::mm_from_canvas_point(at);
  const double front = head.landmark(Landmark::Mfp).y, crown = head.landmark(Landmark::Whorl).y,
               nape = head.landmark(Landmark::Inion).y;
  using words::Text;
  // Middle, the client's left, the client's right.
  using Row = std::array<Text, 3>;
  constexpr Row kFront = {Text("Front centre"), Text("Front left"), Text("Front right")},
                kMid = {Text("Mid-scalp centre"), Text("Mid-scalp left"), Text("Mid-scalp right")},
                kCrown = {Text("Crown centre"), Text("Crown left"), Text("Crown right")},
                kBack = {Text("Back centre"), Text("Back left"), Text("Back right")},
                kNape = {Text("Nape centre"), Text("Nape left"), Text("Nape right")};
  const Row& along = mm.y > front - 45.0   ? kFront
                     : mm.y > 0.5 * crown  ? kMid
                     : mm.y > crown - 35.0 ? kCrown
                     : mm.y > 0.8 * nape   ? kBack
                                           : kNape;
  return words::say(along.at(std::fabs(mm.x) < kCentreMm ? 0 : mm.x > 0.0 ? 1 : 2));
}

std::optional<CanvasPoint> emptiest(const runner::Attempt& attempt) {
  const auto& site = *attempt.site;
  std::vector<Vec3> dots;
  for (const auto& dot : attempt.skin.dots)
    if (const auto where =
            engine::sim::is_there(attempt.skin, dot) ? site.canvas().locate(dot.at) : std::nullopt)
      dots.push_back(where->position);
  for (const auto& target : site.targets())
    for (const CanvasPoint root : target.roots)
      if (const auto where = site.canvas().locate(root)) dots.push_back(where->position);
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
        for (const Vec3& d : dots)
          nearest = std::min(nearest, glm::dot(d - where->position, d - where->position));
        if (nearest > widest) {
          widest = nearest;
          best = CanvasPoint{u, v};
        }
      }
  }
  return best;
}

}  // namespace trainer::canvas
