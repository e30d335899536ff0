#include "engine/scalp/hair.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/solids.h"

namespace engine::scalp {

using namespace solids;
namespace exact = core::exact;

namespace {

constexpr double kFullDensity = 78.0;  // follicular units per cm^2

// Height of the native boundary over the azimuth from the front, degrees and mm: hairline, temple
// recess, sideburn, round the ear, nape.
constexpr std::array<std::array<double, 2>, 14> kBoundary = {{{0, 97}, {22, 96}, {38, 91}, {50, 86}, {60, 70}, {70, 48}, {78, 38}, {84, 6},
                                                             {92, 10}, {100, 44}, {112, 40}, {128, 0}, {150, -36}, {180, -44}}};

double boundary_height(double azimuth_deg) {
  for (std::size_t k = 1; k < kBoundary.size(); ++k)
    if (azimuth_deg <= kBoundary[k][0]) {
      const double t = smoothstep(kBoundary[k - 1][0], kBoundary[k][0], azimuth_deg);
      return mix(kBoundary[k - 1][1], kBoundary[k][1], t);
    }
  return kBoundary.back()[1];
}

// A slow, smooth unevenness of about one, from three waves: no edge of hair is a clean curve.
double waviness(const Vec3& p) {
  return (exact::sin(p.x * 0.11 + 1.3 * exact::sin(p.z * 0.07)) + exact::sin(p.z * 0.13 + 1.7 * exact::sin(p.y * 0.09)) + exact::sin((p.x + p.y) * 0.23)) / 3.0;
}

double azimuth_degrees(const Vec3& p) { return core::degrees(core::Radians{std::fabs(exact::atan2(p.x, p.z + 10.0))}); }

// 0..1: how bald a Norwood class is at a place (a horseshoe stays).
double norwood_baldness(const Vec3& p, double level) {
  if (level <= 1.0) return 0.0;
  const Vec3 q = glm::normalize(p - Vec3{0, 40, -8});
  const double azimuth = core::degrees(core::Radians{std::fabs(exact::atan2(q.x, q.z))});
  const double polar = core::degrees(core::Radians{exact::acos(std::clamp(q.y, -1.0, 1.0))});
  const double t = level / 7.0, side = mix(20, 62, t), back = mix(5, 66, t);
  double edge = mix(side, back, smoothstep(75, 165, azimuth));
  if (azimuth < 75.0) edge = mix(120, side, smoothstep(28, 66, azimuth));
  // Early classes only recede at the temples and keep the front tuft.
  if (level < 4.0 && azimuth < 28.0) edge = mix(edge, 0.0, smoothstep(4.0, 1.5, level));
  return 1.0 - smoothstep(edge - 3.0, edge + 5.0, polar + 4.0 * waviness(p));
}

// Share of hair lost by a Ludwig class: widest along the parting, the frontal line kept.
double ludwig_loss(const Vec3& p, int level) {
  const double most = level == 1 ? 0.35 : level == 2 ? 0.60 : 0.85;
  const double across = std::fabs(p.x) / (level == 1 ? 28.0 : level == 2 ? 42.0 : 58.0);
  const double kept_front = 1.0 - smoothstep(40.0, 70.0, p.z);
  return most * (1.0 - smoothstep(0.2, 1.0, across)) * smoothstep(70.0, 100.0, p.y) * kept_front;
}

}  // namespace

std::vector<std::string> loss_class_names() {
  std::vector<std::string> names = {"none"};
  for (int i = 1; i <= 7; ++i) names.push_back("norwood_" + std::to_string(i));
  for (int i = 1; i <= 3; ++i) names.push_back("ludwig_" + std::to_string(i));
  return names;
}

double scalp_share(const Vec3& p) {
  // Nothing grows on the ears, which stand out from the side of the head.
  if (std::fabs(p.x) > 68.0 && p.y < 44.0 && p.y > -40.0 && p.z > -50.0 && p.z < 6.0) return 0.0;
  const double above = p.y - boundary_height(azimuth_degrees(p)) - 2.5 * waviness(p * 2.2);
  return smoothstep(-3.0, 5.0, above);
}

core::PerCm2 hair_density(const Vec3& p, const std::string& loss_class) {
  const double full = kFullDensity * scalp_share(p);
  if (full <= 0.0 || loss_class.size() < 8) return core::PerCm2{full};
  const int level = loss_class.back() - '0';
  const double lost = loss_class.starts_with("norwood") ? norwood_baldness(p, level) : ludwig_loss(p, level);
  return core::PerCm2{full * (1.0 - lost)};  // terminal hair; vellus does not show
}

}  // namespace engine::scalp
