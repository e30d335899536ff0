#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/head_surface.h"

namespace engine::scalp {

namespace exact = core::exact;
using core::kPi;

namespace {

constexpr double kGlabellaHeight = 38.0;  // mm above the tragi, between the brows
constexpr double kInionHeight = -2.0;
constexpr double kGarg = 80.0;  // the 8 of 8-8-8-5, mm along the skin (docs/domain.md 4.1)

}  // namespace

Vec2 HeadSurface::walk(Vec2 from, core::Mm left, core::Mm back) const {
  const double distance = glm::length(from);
  double theta = distance > 0.0 ? exact::atan2(from.x, from.y) : 0.0;
  // Away from the face: towards the vertex in front of it, away from it behind.
  const bool front = exact::cos(theta) >= 0.0;
  double rho = front ? distance - back.value : distance + back.value;
  if (rho < 0.0) {  // over the vertex
    rho = -rho;
    theta += kPi;
  }
  if (rho < 1e-6) return {left.value, 0.0};
  // Steps of equal arc along the circle: each is as long as the surface says.
  const double sign = left.value < 0.0 ? -1.0 : 1.0;
  double rest = std::fabs(left.value);
  while (rest > 1e-9) {
    const double step = std::min(rest, 2.0);
    const double probe = 0.01;
    const Vec2 here{rho * exact::sin(theta), rho * exact::cos(theta)},
        there{rho * exact::sin(theta + probe), rho * exact::cos(theta + probe)};
    theta += sign * probe * step / std::max(glm::length(place(there) - place(here)), 1e-6);
    rest -= step;
  }
  return {rho * exact::sin(theta), rho * exact::cos(theta)};
}

// Along the straight line of the chart, on the skin.
double HeadSurface::path_length(Vec2 a, Vec2 b) const {
  constexpr int kPieces = 16;
  double sum = 0.0;
  Vec3 last = place(a);
  for (int i = 1; i <= kPieces; ++i) {
    const Vec3 next = place(a + (b - a) * (static_cast<double>(i) / kPieces));
    sum += glm::length(next - last);
    last = next;
  }
  return sum;
}

// Garg's C: 8 cm sideways from the mid-frontal point and 8 cm above E, which lies 8 cm sideways from
// the glabella. Newton on the two lengths.
Vec2 HeadSurface::temple_corner(Vec2 mfp, Vec2 glabella, double side) const {
  const Vec2 e = walk(glabella, core::Mm{side * kGarg}, core::Mm{0.0});
  Vec2 c = walk(mfp, core::Mm{side * 60.0}, core::Mm{0.0});
  for (int i = 0; i < 12; ++i) {
    const Vec2 miss{path_length(mfp, c) - kGarg, path_length(e, c) - kGarg};
    if (std::fabs(miss.x) + std::fabs(miss.y) < 1e-3) break;
    const double h = 0.5;
    const Vec2 du{(path_length(mfp, c + Vec2{h, 0}) - kGarg - miss.x) / h,
                  (path_length(e, c + Vec2{h, 0}) - kGarg - miss.y) / h};
    const Vec2 dv{(path_length(mfp, c + Vec2{0, h}) - kGarg - miss.x) / h,
                  (path_length(e, c + Vec2{0, h}) - kGarg - miss.y) / h};
    const double det = du.x * dv.y - du.y * dv.x;
    if (std::fabs(det) < 1e-6) break;
    Vec2 move{(miss.x * dv.y - miss.y * dv.x) / det, (du.x * miss.y - du.y * miss.x) / det};
    const double size = glm::length(move);
    if (size > 10.0) move *= 10.0 / size;
    c -= move;
  }
  return c;
}

void HeadSurface::find_landmarks() {
  const auto set = [&](Landmark name, Vec2 at) { landmarks_[static_cast<std::size_t>(name)] = at; };
  // rho of a height on the meridian of `theta`.
  const auto at_height = [&](double theta, double height) {
    double low = 0.5, high = (kSteps - 1) * kStep;
    for (int i = 0; i < 50; ++i) {
      const double phi = 0.5 * (low + high);
      (on_ray(direction(theta, phi), 95.0).y > height ? low : high) = phi;
    }
    return rho(theta, 0.5 * (low + high));
  };
  const double glabella = at_height(0.0, kGlabellaHeight);
  const Vec2 mfp{0.0, glabella - implicit_.shape().glabella_to_mfp.value};
  set(Landmark::Glabella, {0.0, glabella});
  set(Landmark::Mfp, mfp);
  set(Landmark::Trichion, {0.0, glabella - implicit_.shape().glabella_to_trichion.value});
  set(Landmark::Vertex, {0.0, 0.0});
  set(Landmark::Whorl, {8.0, -45.0});  // a little left of the midline in most people (docs/domain.md 3.4)
  set(Landmark::Inion, {0.0, -at_height(kPi, kInionHeight)});
  const double tragus = at_height(kPi / 2.0, 0.0);
  set(Landmark::TragusLeft, {tragus, 0.0});
  set(Landmark::TragusRight, {-tragus, 0.0});
  const Vec2 corner = temple_corner(mfp, {0.0, glabella}, 1.0);
  set(Landmark::FtpLeft, corner);
  set(Landmark::FtpRight, {-corner.x, corner.y});
}

}  // namespace engine::scalp
