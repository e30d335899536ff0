#include "engine/skin/light.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/skin/bare_skin.h"

namespace engine::skin {

namespace {

using core::exact::exp;

constexpr double kMinuteOfArc = core::kPi / (180.0 * 60.0);

double smoothstep(double from, double to, double x) {
  const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

constexpr double kFarSigmas = 6.0;  // nothing beyond

double spread_of(const Spot& spot, double variance) {
  return spot.sigma.value * spot.sigma.value * spot.elongation + variance;
}

// Per mm2, of variance s2; 0 far off.
double gaussian(geometry::Vec2 away, double s2) {
  const double r2 = glm::dot(away, away) / s2;
  return r2 < kFarSigmas * kFarSigmas ? exp(-0.5 * r2) / (2.0 * core::kPi * s2) : 0.0;
}

// Of light passed once, by spots blurred by so much more.
Rgb passed(std::span<const PlacedSpot> spots, geometry::Vec2 place, double variance) {
  Rgb depth(0.0);
  for (const PlacedSpot& placed : spots) {
    const double seen = gaussian(placed.at - place, spread_of(placed.spot, variance));
    if (seen > 0.0) depth += light_taken(placed.spot) * seen;
  }
  return exp_of(-depth);
}

// Over which light that passed a spot once lies when it passes there again, mm2.
double shade_area(const Spot& spot) {
  const double across = spot.sigma.value * spot.sigma.value,
               along = across * spot.elongation * spot.elongation, wander = kWander.value * kWander.value;
  return 2.0 * core::kPi * std::sqrt((wander + 2.0 * across) * (wander + 2.0 * along));
}

double lab_f(double t) {
  constexpr double kEdge = 6.0 / 29.0;
  return t > kEdge * kEdge * kEdge ? core::exact::pow(t, 1.0 / 3.0) : t / (3.0 * kEdge * kEdge) + 4.0 / 29.0;
}

}  // namespace

double density_share(double elongation, double r2) {
  constexpr double kFadesFrom = 3.4, kEnd = kReach * kReach;
  const double gauss = exp(-0.5 * r2);
  const double share = elongation < kHairFrom ? 0.45 * gauss + 0.55 * 0.8 * (1.0 - exp(-3.0 * gauss)) : gauss;
  return share * (1.0 - smoothstep(kFadesFrom, kEnd, r2));
}

double halo_share(double r2) {
  return std::max(exp(-r2 / (kHalo * kHalo)) - 0.02, 0.0);
}

// In u = r^2 / 2 the area of a ring is 2 pi sigma^2 du. Simpson's rule; the halo is smooth, its part beyond
// the spot takes as many steps again.
Rgb light_taken(const Spot& spot) {
  const auto taken_at = [&](double u) {
    const Rgb density = spot.density * density_share(spot.elongation, 2.0 * u) +
                        kHaemoglobinDensity * (spot.erythema * kHaloDensity * halo_share(2.0 * u));
    return Rgb(1.0) - exp_of(-density);
  };
  const auto integral = [&](double from, double to) {
    constexpr int kSteps = 48;
    const double step = (to - from) / kSteps;
    Rgb sum(0.0);
    for (int k = 0; k <= kSteps; ++k)
      sum += taken_at(from + k * step) * (k == 0 || k == kSteps ? 1.0 : k % 2 == 1 ? 4.0 : 2.0);
    return sum * (step / 3.0);
  };
  const double edge = 0.5 * kReach * kReach;
  Rgb sum = integral(0.0, edge);
  if (spot.erythema > 0.0) sum += integral(edge, kHalo * kHalo * edge);
  return sum * (2.0 * core::kPi * spot.sigma.value * spot.sigma.value * spot.elongation);
}

Rgb light_back(std::span<const Spot> spots, double area_mm2) {
  Rgb taken(0.0);
  for (const Spot& spot : spots) {
    const Rgb once = light_taken(spot);
    // What came in through a spot's own shade and goes out through it is not taken twice over.
    taken += 2.0 * once - once * once / shade_area(spot);
  }
  return exp_of(-taken / area_mm2);
}

Rgb light_back(std::span<const PlacedSpot> spots, geometry::Vec2 place, core::Mm distance) {
  const double eye = 0.5 * kMinuteOfArc * distance.value;  // one minute apart: two dips, not one
  return passed(spots, place, eye * eye) * passed(spots, place, eye * eye + kWander.value * kWander.value);
}

std::vector<Rgb> light_back(std::span<const PlacedSpot> spots, const Raster& raster, core::Mm distance) {
  const double eye = 0.5 * kMinuteOfArc * distance.value, wander = kWander.value * kWander.value;
  std::vector<Rgb> depth(static_cast<std::size_t>(raster.columns) * static_cast<std::size_t>(raster.rows),
                         Rgb(0.0));
  const auto cell = [&](double mm, int most) {
    return static_cast<int>(std::clamp(std::ceil(mm / raster.pitch), 0.0, static_cast<double>(most)));
  };
  for (const PlacedSpot& placed : spots) {
    const Rgb taken = light_taken(placed.spot);
    for (const double more : {0.0, wander}) {  // on its way in and on its way out
      const double s2 = spread_of(placed.spot, eye * eye + more), reach = kFarSigmas * std::sqrt(s2);
      const geometry::Vec2 from = placed.at - raster.low;
      const int x0 = cell(from.x - reach, raster.columns), x1 = cell(from.x + reach, raster.columns);
      for (int y = cell(from.y - reach, raster.rows); y < cell(from.y + reach, raster.rows); ++y)
        for (int x = x0; x < x1; ++x) {
          const geometry::Vec2 away = raster.pitch * geometry::Vec2{x, y} - from;
          depth[static_cast<std::size_t>(y * raster.columns + x)] += taken * gaussian(away, s2);
        }
    }
  }
  for (Rgb& d : depth) d = exp_of(-d);
  return depth;
}

Lab lab_of(const Rgb& c) {
  const double x = lab_f((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505),
               y = lab_f(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b),
               z = lab_f((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.0890);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

Lab shift(const Rgb& skin, const Rgb& back) {
  const Lab bare = lab_of(skin), worked = lab_of(skin * back);
  return {worked.lightness - bare.lightness, worked.red - bare.red, worked.yellow - bare.yellow};
}

}  // namespace engine::skin
