// The parts of the face and neck. Eyes are closed: a client lies with closed eyes.
#include "engine/core/exact_math.h"
#include "engine/scalp/implicit_head.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

double ImplicitHead::jaw_and_neck(const Vec3& p, const Vec3& m, double d) const {
  const double f = shape_.face, jaw = shape_.jaw;
  d = join(d, ellipsoid(m - Vec3{46 * f, 3, 58}, {15, 10, 14}), 30);                              // cheekbone
  d = join(d, capsule(m, {45 * f * jaw, -52, 8}, {12 * jaw, -82, 70}, 13, 12), 24);               // mandible
  d = join(d, capsule(m, {57 * f, 0, 5}, {45 * f * jaw, -52, 8}, 13, 13), 24);                    // ramus
  d = join(d, ellipsoid(m - Vec3{0, -80, 78}, {19 * jaw, 14, 15}), 16);                           // chin
  if (p.y > 30.0) return d;
  const Vec3 n{p.x, p.y, p.z + 24.0 + (-60.0 - p.y) * 0.12};
  const double round = glm::length(Vec2{n.x / 1.02, n.z / 1.05}) - 53.0 * mix(1.0, 1.12, smoothstep(110, 190, -p.y));
  d = join(d, both(round, p.y + 5.0, 20), 26);
  d = join(d, capsule(m, {10, -222, -40}, {190, -262, -45}, 46, 40), 40);                         // shoulders
  d = join(d, capsule(m, {40, -25, -14}, {12, -175, 38}, 11, 9), 16);                             // sternomastoid
  return join(d, ellipsoid(m - Vec3{0, -128, 33}, {9, 15, 10}), 14);                              // larynx
}

double ImplicitHead::eyes(const Vec3& m, double d) const {
  if (m.z < 20.0) return d;
  d = join(d, capsule(m, {9, 38, 88}, {44, 38, 70}, 7.0 * shape_.brow, 6.0 * shape_.brow), 12);   // brow ridge
  d = cut(d, ellipsoid(m - Vec3{32, 23, 103}, {19, 12, 17}), 12);                                 // socket
  const Vec3 e = m - Vec3{32, 22.5, 74};
  d = join(d, glm::length(e / Vec3{1.18, 1.0, 1.0}) - 13.2, 4.5);                                 // closed lid
  const double lower = -5.3 + 0.011 * e.x * e.x, upper = 6.3 - 0.012 * e.x * e.x;
  d = cut(d, ellipsoid({e.x, e.y - lower, e.z - 13.5}, {16, 0.9, 4}), 1.6);
  return cut(d, ellipsoid({e.x, e.y - upper, e.z - 11.5}, {15, 1.0, 3}), 3.6);
}

double ImplicitHead::nose(const Vec3& m, double d) const {
  if (m.z < 40.0) return d;
  const double s = shape_.nose;
  double n = capsule(m, {0, 32, 85}, {0, -5, 108}, 6.0, 8.0 * s);
  n = join(n, ellipsoid(m - Vec3{0, -8, 109}, Vec3{9.5, 8, 9} * s), 7);
  n = join(n, ellipsoid(m - Vec3{11.5 * s, -11, 98}, {7, 6.8, 9}), 5.5);
  n = join(n, ellipsoid(m - Vec3{0, 5, 88}, {15, 28, 12}), 12);
  d = join(d, n, 8);
  return cut(d, ellipsoid(m - Vec3{6.0, -17.5, 103}, {3.6, 3.4, 5.0}), 2.5);
}

double ImplicitHead::mouth(const Vec3& p, const Vec3& m, double d) const {
  if (m.z < 40.0 || p.y > 0.0) return d;
  d = join(d, ellipsoid(m - Vec3{0, -40, 76}, {36, 21, 19}), 18);
  const double x2 = p.x * p.x, six = (m.x - 6.0) * (m.x - 6.0);
  const double bow = -1.3 * exact::exp(-x2 / 16.0) + 2.0 * exact::exp(-six / 40.0) - 0.004 * x2;
  const double front = 96.2 - 0.0165 * x2;
  d = join(d, ellipsoid({p.x, p.y + 35.5 - bow, p.z - front + 4.0}, {26, 4.6, 6.0}), 4.5);        // upper lip
  d = join(d, ellipsoid({p.x, p.y + 44.0 - 0.004 * x2, p.z - front + 4.0}, {22, 5.4, 6.4}), 5.0);  // lower lip
  const double line = -39.6 + 0.0015 * x2 - 0.4 * exact::exp(-x2 / 20.0);
  d = cut(d, ellipsoid({p.x, p.y - line, p.z - front - 1.0}, {25, 0.9, 5.0}), 3.0);
  d = cut(d, ellipsoid(p - Vec3{0, -26, 99}, {2.6, 7, 3.2}), 4);                                  // philtrum
  return cut(d, ellipsoid(p - Vec3{0, -57, 98}, {18, 4.5, 7}), 9);                                // crease of the chin
}

}  // namespace engine::scalp
