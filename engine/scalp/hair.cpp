#include "engine/scalp/hair.h"

#include <array>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/scalp/head_measures.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

namespace {

// Heights of the native boundary over the azimuth from the front, degrees and mm: temple recess, temple peak,
// sideburn, over the ear, behind it, nape (judgement, so that the scalp is as large as docs/domain.md 1.1
// says). In front it is the client's own.
constexpr std::array<std::array<double, 2>, 17> kBoundary = {{{51, 76},
                                                              {54, 58},
                                                              {58, 50},
                                                              {63, 40},
                                                              {66, 22},
                                                              {69, -8},
                                                              {81, -14},
                                                              {89, 3},
                                                              {98, 34},
                                                              {106, 38},
                                                              {112, 4},
                                                              {118, -22},
                                                              {126, -40},
                                                              {138, -54},
                                                              {152, -65},
                                                              {166, -63},
                                                              {180, -59}}};
// below the middle of the line
constexpr std::array<std::array<double, 2>, 4> kFront = {{{0, 0}, {20, -1}, {36, -6}, {48, -15}}};

const HeadShape kAverage = *head_shape("male_average");
constexpr Vec3 kMiddle{0.0, 40.0, -8.0};
constexpr double kMmPerRadian = 94.0;

// The place on an average man's head.
Vec3 on_average(const Vec3& p, const HeadShape& shape) {
  return {p.x * kAverage.breadth / shape.breadth, p.y > 0.0 ? p.y * kAverage.height / shape.height : p.y,
          p.z * kAverage.length / shape.length};
}

double along(double azimuth, double a0, double y0, double a1, double y1) {
  return mix(y0, y1, smoothstep(a0, a1, azimuth));
}

double boundary_height(double azimuth, double front) {
  for (std::size_t k = 1; k < kFront.size(); ++k)
    if (azimuth <= kFront[k][0])
      return front + along(azimuth, kFront[k - 1][0], kFront[k - 1][1], kFront[k][0], kFront[k][1]);
  if (azimuth <= kBoundary[0][0])
    return along(azimuth, kFront.back()[0], front + kFront.back()[1], kBoundary[0][0], kBoundary[0][1]);
  for (std::size_t k = 1; k < kBoundary.size(); ++k)
    if (azimuth <= kBoundary[k][0])
      return along(azimuth, kBoundary[k - 1][0], kBoundary[k - 1][1], kBoundary[k][0], kBoundary[k][1]);
  return kBoundary.back()[1];
}

double azimuth_degrees(const Vec3& p) {
  return core::degrees(core::Radians{std::fabs(exact::atan2(p.x, p.z + 10.0))});
}

// Nothing grows on the ears, which stand out from the side of the head, nor close behind them.
double ear_share(const Vec3& p, double ragged) {
  if (std::fabs(p.x) <= 70.0 || p.y >= 42.0 || p.y <= -32.0 || p.z >= 6.0) return 0.0;
  // the hair follows the ear's back, which leans
  return smoothstep(-43.0, -37.0, p.z + 1.4 * ragged - 0.10 * p.y);
}

Vec2 on_map(const Vec3& p) {
  const Vec3 q = glm::normalize(p - kMiddle);
  const double way = kMmPerRadian * exact::acos(std::clamp(q.y, -1.0, 1.0)),
               across = std::max(std::sqrt(q.x * q.x + q.z * q.z), 1e-9);
  return way * Vec2{q.x, q.z} / across;
}

}  // namespace

HairMap::HairMap(const HeadShape& shape, const std::string& loss_class, core::Seed seed)
    : shape_(shape), loss_(loss_class, seed) {
  const Vec3 trichion = on_average(up_the_forehead(ImplicitHead(shape), shape.glabella_to_trichion), shape);
  trichion_height_ = trichion.y;
  trichion_v_ = on_map(trichion).y;
}

double HairMap::scalp_share(const Vec3& position) const {
  const Vec3 p = on_average(position, shape_);
  const double ragged = 2.5 * waviness(position * 2.2);
  const double azimuth = azimuth_degrees(p);
  const double above = p.y - boundary_height(azimuth, trichion_height_) - ragged;
  // at the nape hair runs out over three centimetres, elsewhere over one
  const double soft = mix(1.0, 2.6, smoothstep(112.0, 140.0, azimuth));
  return smoothstep(-3.0 * soft, 5.0 * soft, above) * (1.0 - ear_share(p, ragged));
}

core::PerCm2 HairMap::density(const Vec3& position) const {
  const double full = kFullHair.value * scalp_share(position);
  if (full <= 0.0) return core::PerCm2{0.0};
  const Vec2 place = on_map(on_average(position, shape_)) + 3.0 * waviness(position) * Vec2{1.0, 1.0};
  return core::PerCm2{full * (1.0 - loss_.lost(place, trichion_v_))};
}

}  // namespace engine::scalp
