#include "engine/skin/light.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"

namespace engine::skin {

namespace {

using core::exact::exp;

const Rgb kHaemoglobin{0.07, 0.50, 0.44};
constexpr double kMinuteOfArc = core::kPi / (180.0 * 60.0);

double smoothstep(double from, double to, double x) {
  const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

// Of light passed once, by spots blurred by so much more.
Rgb passed(std::span<const PlacedSpot> spots, geometry::Vec2 place, double variance) {
  Rgb depth(0.0);
  for (const PlacedSpot& placed : spots) {
    const double s2 = placed.spot.sigma.value * placed.spot.sigma.value * placed.spot.elongation + variance;
    const geometry::Vec2 away = placed.at - place;
    const double r2 = glm::dot(away, away) / s2;
    if (r2 < 36.0) depth += light_taken(placed.spot) * (exp(-0.5 * r2) / (2.0 * core::kPi * s2));
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
                        kHaemoglobin * (spot.erythema * kHaloDensity * halo_share(2.0 * u));
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
