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

// A super-ellipsoid, fuller around than over, broadest behind the ears and narrower towards the forehead,
// with occipital, frontal and parietal masses.
double ImplicitHead::cranium(Vec3 p) const {
  p.y /= shape_.height;
  p.z /= shape_.length;
  p.x /= shape_.breadth;
  const double least = std::min(shape_.height, std::min(shape_.length, shape_.breadth));
  const Vec3 q = p - Vec3{0.0, 50.0, -8.0};
  // Round the brows and the nape's bones it is fuller than higher up, where it is the egg seen from above.
  const double high = smoothstep(-5.0, 80.0, p.y);
  double rx = mix(79.0, mix(78.5, 70.5, high), smoothstep(-45.0, 90.0, p.z));
  rx *= mix(1.0, 0.955, 1.0 - smoothstep(-20.0, 50.0, p.y));
  const double around_power = mix(3.0, 2.12, high);
  constexpr double kOver = 2.06;
  const Vec3 a{std::fabs(q.x) / rx, std::fabs(q.y) / 80.0, std::fabs(q.z) / 93.0};
  const double around = exact::pow(a.x, around_power) + exact::pow(a.z, around_power);
  const double k = exact::pow(exact::pow(around, kOver / around_power) + exact::pow(a.y, kOver), 1.0 / kOver);
  double d = (k - 1.0) * glm::length(q) / std::max(k, 1e-3);
  d = join(d, ellipsoid(p - Vec3{0, 26, -52}, {50, 50, 46}), 34);
  d = join(d, ellipsoid(p - Vec3{0, 70, 39.0 - 3.0 * shape_.brow}, {55, 46, 46}), 30);
  // The parietal bumps, where a head is broadest; the middle plane stays as it is.
  constexpr double kBlend = 30.0;
  const double side = std::fabs(p.x), beside = smoothstep(8.0, 36.0, side);
  d = join(d, ellipsoid(Vec3{side, p.y, p.z} - Vec3{34, 54, -34}, {34, 32, 42}) + kBlend * (1.0 - beside),
           kBlend);
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
  const double outline = (glm::length(Vec2{(q.z + 2.0) / w, (q.y - 1.0) / 30.0}) - 1.0) * std::min(w, 30.0);
  const double plate = both(outline, std::fabs(q.x - 0.6) - 2.9, 4);
  double rim = glm::length(Vec2{outline + 2.8, q.x - 3.6}) - 2.9;
  const double under = std::max(0.0, -8.0 - q.y);
  rim += 0.022 * under * under;
  const double fold = (glm::length(Vec2{(q.z - 1.5) / 9.0, (q.y - 1.0) / 16.0}) - 1.0) * 10.0;
  const double antihelix = glm::length(Vec2{fold, q.x - 3.0}) - 2.5 + std::max(0.0, (q.z - 3.0) * 0.5);
  double d = join(join(plate, rim, 3), antihelix, 3);
  d = join(d, ellipsoid(q - Vec3{1.5, -23.5, 2.5}, {3.8, 8.5, 9.5}), 5);  // lobe
  d = cut(d, ellipsoid(q - Vec3{6, -3, 2}, {8, 11, 7.5}), 3);             // concha
  d = join(d, ellipsoid(q - Vec3{2, -4, 11}, {4, 5.5, 3.4}), 4);          // tragus
  d = join(d, ellipsoid(q - Vec3{2.5, -14.5, 5}, {3.5, 3.5, 4}), 4);      // antitragus
  return size * join(d, ellipsoid(q - Vec3{-6, 1, 4}, {8, 24, 9}), 10);
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
    d = cut(d, ellipsoid(m - Vec3{78.0 * shape_.breadth, 2, -2}, {8, 5, 4}), 3);
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
