// The parts of the face and neck. Eyes are closed: a client lies with closed eyes.
#include "engine/core/exact_math.h"
#include "engine/scalp/implicit_head.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

double ImplicitHead::jaw_and_neck(const Vec3& p, const Vec3& m, double d) const {
  const double f = shape_.face, jaw = shape_.jaw, chin = mix(1.0, jaw, 0.5);
  const double c = shape_.cheek;
  d = join(d, ellipsoid(m - Vec3{47 * f * c, 4, 60}, {15, 11, 15}), 26);        // cheekbone
  d = join(d, capsule(m, {49 * f * c, 4, 52}, {60 * f * c, 6, 14}, 9, 8), 20);  // zygomatic arch
  d = join(d, ellipsoid(m - Vec3{34 * f, -24, 66}, {20, 27, 20}), 30);          // cheek
  d = join(d, ellipsoid(m - Vec3{(44.0 + 6.0 * shape_.masseter) * f, -24, 30}, {11, 28, 20}),
           26);  // masseter
  d = join(d, capsule(m, {43 * f * jaw, -50, 10}, {12 * chin * shape_.chin, -77, 70}, 11, 11),
           20);                                                                           // mandible
  d = join(d, capsule(m, {54 * f, 0, 5}, {43 * f * jaw, -50, 10}, 11, 11), 22);           // ramus
  d = join(d, ellipsoid(m - Vec3{0, -76, 79.5}, {18 * chin * shape_.chin, 13, 14}), 16);  // chin
  if (p.y > 30.0) return d;
  const Vec3 n{p.x, p.y, p.z + 24.0 + (-60.0 - p.y) * 0.12};
  // below the nape's hair, which the chart reaches
  const double slim = mix(1.0, shape_.neck, smoothstep(50, 95, -p.y));
  // Slim below the skull, broad where the shoulders begin.
  const double radius = (51.0 + 10.0 * smoothstep(80, 180, -p.y)) * slim;
  const double round = glm::length(Vec2{n.x, n.z / 1.06}) - radius;
  d = join(d, both(round, p.y + 5.0, 20), 26);
  // The rise to the shoulders, ended like a bust: nothing stands out beside the head when it is seen from
  // above.
  const double column = (glm::length(Vec2{p.x / 72.0, (p.z + 25.0) / 72.0}) - 1.0) * 72.0;
  d = join(d, both(capsule(m, {10, -222, -40}, {190, -262, -45}, 46, 40), column, 25), 40);
  // trapezius, from the nape out to the shoulder
  d = join(d, both(capsule(m, {4, -94, -60}, {70, -190, -48}, 14 * slim, 26), column, 25), 28);
  // sternomastoid
  d = join(d, capsule(m, {50, -28, -16}, {10, -178, 30 - 40 * (1.0 - shape_.neck)}, 8, 10 * slim), 12);
  // floor of the mouth
  d = join(d, ellipsoid(m - Vec3{0, -92, 22}, {26, 14, 26}), 18);
  return shape_.larynx > 0.0
             ? join(d, ellipsoid(m - Vec3{0, -130, 19.0 + 3.0 * shape_.larynx}, {9, 22, 11}), 22)
             : d;
}

double ImplicitHead::eyes(const Vec3& folded, double d) const {
  if (folded.z < 20.0) return d;
  const Vec3 m{folded.x / eye_share(shape_), folded.y, folded.z};
  // brow ridge
  d = join(d, capsule(folded, {3, 38.5, 85.5}, {44, 39, 69}, 6.5 * shape_.brow, 5.5 * shape_.brow), 20);
  d = cut(d, ellipsoid(m - Vec3{32, 23, 102}, {18, 11.5, 15}), 16);  // socket
  const Vec3 e = m - Vec3{32, 22.5, 74};
  d = join(d, glm::length(e / Vec3{1.18, 1.0, 1.0}) - 13.2, 4.5);  // closed lid
  // Where the lids meet and where the upper one folds: furrows that run out before the corners.
  const double meet = (e.y + 5.3 - 0.011 * e.x * e.x) / 1.1, fold = (e.y - 6.3 + 0.012 * e.x * e.x) / 1.5;
  const double along = smoothstep(-15.5, -11.0, e.x) * smoothstep(16.5, 12.0, e.x);
  const double above = smoothstep(-13.5, -5.0, e.x) * smoothstep(16.0, 9.0, e.x);
  return d + 1.5 * exact::exp(-meet * meet) * along + 1.1 * exact::exp(-fold * fold) * above;
}

double ImplicitHead::nose(const Vec3& m, double d) const {
  if (m.z < 40.0) return d;
  const double s = shape_.nose, w = shape_.nose_width, out = shape_.nose_reach.value;
  // bridge, from the root down
  double n = capsule(m, {0, 27, 82.5}, {0, -8, 103 + out}, 5.5, 7.0 * s * mix(1.0, w, 0.5));
  n = join(n, ellipsoid(m - Vec3{0, -12.5, 105.5 + out}, Vec3{9.0 * w, 7.6, 8.6} * s), 8);        // tip
  n = join(n, ellipsoid(m - Vec3{11.2 * s * w, -16, 97 + 0.5 * out}, Vec3{6.4, 6.2, 8.6}), 5.5);  // wing
  n = join(n, ellipsoid(m - Vec3{0, -2, 87}, {14 * w, 24, 11}), 12);
  d = join(d, n, 7.5);
  return cut(d, ellipsoid(m - Vec3{5.6 * w, -22.0, 101 + 0.5 * out}, {3.2 * w, 2.8, 4.6}), 2.5);  // nostril
}

double ImplicitHead::mouth(const Vec3& p, const Vec3& m, double d) const {
  if (m.z < 40.0 || p.y > 0.0) return d;
  const double w = 0.96 * shape_.lips, full = shape_.lip_fullness;  // breadth
  d = join(d, ellipsoid(m - Vec3{0, -43, 76}, {35, 21, 19}), 19);
  const double x = p.x / w, mx = m.x / w, x2 = x * x, six = (mx - 6.0) * (mx - 6.0);
  const double bow = -1.1 * exact::exp(-x2 / 16.0) + 1.3 * exact::exp(-six / 60.0) - 0.0042 * x2;
  const double front = 96.6 - 0.0165 * x2;
  // upper lip
  d = join(d, ellipsoid({x, p.y + 38.3 - bow, p.z - front + 4.2}, {25, 4.4 * full, 6.0 + 0.8 * (full - 1.0)}),
           5.0);
  // lower lip
  d = join(d,
           ellipsoid({x, p.y + 41.6 + 5.6 * full - 0.0045 * x2, p.z - front + 4.4},
                     {21, 5.6 * full, 6.2 + 0.8 * (full - 1.0)}),
           6.0);
  const double line = -42.4 + 0.0018 * x2 - 0.5 * exact::exp(-x2 / 20.0);
  const double seam = (p.y - line) / 1.5, corner = (mx - 25.0) / 3.0, low = (p.y + 43.2) / 2.6;
  if (p.z > 75.0) {
    // where the lips meet
    d += 1.4 * exact::exp(-seam * seam) * smoothstep(26.0, 16.0, mx);
    // corner of the mouth
    d += 0.8 * exact::exp(-corner * corner - low * low);
  }
  d = cut(d, ellipsoid(p - Vec3{0, -29, 98.6}, {2.8, 7, 3.0}), 5);     // philtrum
  return cut(d, ellipsoid(p - Vec3{0, -58.5, 98}, {19, 4.5, 7}), 10);  // crease of the chin
}

}  // namespace engine::scalp
