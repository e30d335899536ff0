#include "engine/scalp/implicit_head.h"

#include "engine/core/exact_math.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

namespace {

// Turned by the angle whose cosine and sine are given, in the plane of two coordinates.
void turn(double& a, double& b, double cosine, double sine) {
  const double x = cosine * a - sine * b, y = sine * a + cosine * b;
  a = x;
  b = y;
}

}  // namespace

// A super-ellipsoid, fuller around than over, narrower at forehead and occiput, with occipital and frontal
// masses.
double ImplicitHead::cranium(Vec3 p) const {
  p.y /= shape_.height;
  p.z /= shape_.length;
  p.x /= shape_.breadth;
  const double least = std::min(shape_.height, std::min(shape_.length, shape_.breadth));
  const Vec3 q = p - Vec3{0.0, 50.0, -8.0};
  double rx = mix(79.0, 75.0, smoothstep(-25.0, 80.0, p.z));
  rx = mix(rx, 77.0, smoothstep(45.0, 105.0, -p.z));
  rx *= mix(1.0, 0.955, 1.0 - smoothstep(-20.0, 50.0, p.y));
  constexpr double kAround = 2.62, kOver = 2.06;
  const Vec3 a{std::fabs(q.x) / rx, std::fabs(q.y) / 80.0, std::fabs(q.z) / 93.0};
  const double around = exact::pow(a.x, kAround) + exact::pow(a.z, kAround);
  const double k = exact::pow(exact::pow(around, kOver / kAround) + exact::pow(a.y, kOver), 1.0 / kOver);
  double d = (k - 1.0) * glm::length(q) / std::max(k, 1e-3);
  d = join(d, ellipsoid(p - Vec3{0, 26, -52}, {60, 50, 46}), 34);
  d = join(d, ellipsoid(p - Vec3{0, 70, 39.0 - 3.0 * shape_.brow}, {55, 46, 46}), 30);
  return d * least;
}

// Plate, helix, antihelix, lobe, concha and tragus in a frame leaned back 12 and flared 27 degrees.
double ImplicitHead::ear(const Vec3& m) const {
  Vec3 q = m - Vec3{78.0 * shape_.breadth, 7.0, -14.0};
  turn(q.y, q.z, 0.97814760073380564, -0.20791169081775934);  // cos, sin of -12 degrees
  turn(q.z, q.x, 0.89100652418836786, 0.45399049973954675);   // of 27 degrees
  const double size = shape_.ear;
  q /= size;
  const double w = mix(13.5, 18.5, smoothstep(-28, 18, q.y));
  const double outline = (glm::length(Vec2{(q.z + 2.0) / w, q.y / 32.0}) - 1.0) * std::min(w, 32.0);
  const double plate = both(outline, std::fabs(q.x - 1.5) - 2.6, 5);
  double rim = glm::length(Vec2{outline + 3.0, q.x - 3.2}) - 3.4;
  if (q.y < -16.0) rim += (-16.0 - q.y) * 0.35;
  const double fold = (glm::length(Vec2{(q.z - 1.0) / 9.5, (q.y - 1.0) / 17.0}) - 1.0) * 10.0;
  const double antihelix = glm::length(Vec2{fold, q.x - 2.8}) - 2.6 + std::max(0.0, (q.z - 3.0) * 0.5);
  double d = join(join(plate, rim, 4), antihelix, 4);
  d = join(d, ellipsoid(q - Vec3{2, -25, -1}, {4.2, 9, 8}), 5);
  d = cut(d, ellipsoid(q - Vec3{5, -3, 2}, {7, 10, 7}), 4);
  d = join(d, ellipsoid(q - Vec3{1.5, -4, 11}, {4, 5, 3.2}), 4);
  return size * join(d, ellipsoid(q - Vec3{-6, -2, 4}, {8, 19, 9}), 9);
}

// Faces of other heights are the basic face drawn out below the root of the nose, gently at first.
Vec3 ImplicitHead::face_space(const Vec3& p) const {
  constexpr double kRoot = 28.0, kSoft = 12.0;  // mm
  const double below = kRoot - p.y;
  if (below <= 0.0 || shape_.face_height == 1.0) return p;
  return {p.x, kRoot - below - (1.0 / shape_.face_height - 1.0) * below * below / (below + kSoft), p.z};
}

core::Mm ImplicitHead::distance(const Vec3& p, Ears ears) const {
  const Vec3 m{std::fabs(p.x), p.y, p.z};
  double d = cranium(p);
  // The face lies below and in front; far above it the blends are without effect and can be left out.
  if (p.y < 75.0) {
    const double f = shape_.face;
    const Vec3 q = face_space(p), n{std::fabs(q.x), q.y, q.z};
    const double mass =
        join(ellipsoid(n - Vec3{0, -14, 32}, {57 * f, 74, 58}),
             ellipsoid(n - Vec3{0, -53, 50}, {38 * f * mix(1.0, shape_.jaw, 0.5), 38, 42}), 22);
    d = join(d, mass, 22);
    d = mouth(q, n, nose(n, eyes(n, jaw_and_neck(q, n, d))));
  }
  if (ears == Ears::With) {
    d = join(d, ear(m), 6.5);
    d = cut(d, ellipsoid(m - Vec3{77, 2, -1}, {8, 5, 4}), 3);
  }
  return core::Mm{d};
}

Vec3 ImplicitHead::normal(const Vec3& p, Ears ears, core::Mm step) const {
  constexpr double kSigns[4][3] = {{1, -1, -1}, {-1, -1, 1}, {-1, 1, -1}, {1, 1, 1}};
  Vec3 sum{0.0};
  for (const auto& s : kSigns) {
    const Vec3 k{s[0], s[1], s[2]};
    sum += k * distance(p + k * step.value, ears).value;
  }
  return glm::normalize(sum);
}

}  // namespace engine::scalp
