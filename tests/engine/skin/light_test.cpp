#include "engine/skin/light.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "engine/core/draw.h"

using namespace engine;
using namespace engine::skin;

namespace {

// Relative; doctest's Approx adds 1 to what it compares.
bool near(double a, double b, double share) {
  return std::abs(a - b) <= share * std::abs(b);
}

Spot dot(double density, double sigma = 0.1, double elongation = 1.0) {
  return {.sigma = core::Mm{sigma}, .elongation = elongation, .density = Rgb(density)};
}

// Optical density of a spot at a distance from its middle, mm across and along.
double density_at(const Spot& spot, double x, double y) {
  const double u = x / spot.sigma.value, v = y / (spot.sigma.value * spot.elongation), r2 = u * u + v * v;
  return spot.density.g * density_share(spot.elongation, r2) +
         0.50 * spot.erythema * kHaloDensity * halo_share(r2);
}

// Sum over a fine grid, mm2.
double summed(const Spot& spot) {
  const double step = spot.sigma.value / 40.0, reach = 6.5 * spot.sigma.value;
  double sum = 0.0;
  for (double x = -reach; x < reach; x += step)
    for (double y = -reach * spot.elongation; y < reach * spot.elongation; y += step * spot.elongation)
      sum += (1.0 - std::exp(-density_at(spot, x, y))) * step * step * spot.elongation;
  return sum;
}

}  // namespace

TEST_CASE("the light that a spot takes is that of a fine grid laid over it") {
  for (const double density : {0.05, 0.6, 2.0, 6.0})
    for (const double elongation : {1.0, 1.4, 4.0}) {
      const Spot spot = dot(density, 0.12, elongation);
      CAPTURE(density);
      CAPTURE(elongation);
      CHECK(near(light_taken(spot).g, summed(spot), 0.003));
    }
  Spot fresh = dot(1.5);
  fresh.erythema = 1.0;
  CHECK(near(light_taken(fresh).g, summed(fresh), 0.003));
  CHECK(light_taken(fresh).g > 1.1 * light_taken(dot(1.5)).g);
}

namespace {

// The integral of 1 - exp(-d e^-u) over u from 0 to `end`: d - d^2 / 4 + d^3 / 18 - d^4 / 96 + ... at d, less
// the same at d e^-end.
double of_gaussian(double d, double end) {
  const auto series = [](double x) {
    double sum = 0.0, term = -1.0;
    for (int n = 1; n < 40; ++n) {
      term *= -x / n;
      sum += term / n;
    }
    return sum;
  };
  return series(d) - series(d * std::exp(-end));
}

}  // namespace

TEST_CASE(
    "what a Gaussian takes lies between the closed forms of one cut where it fades and one where it ends") {
  constexpr double kFadesFrom = 3.4 / 2.0, kEnd = kReach * kReach / 2.0;
  const double area = 2.0 * core::kPi * 0.1 * 0.1 * 3.0;
  for (const double d : {0.01, 0.4, 1.2, 3.0}) {
    const double taken = light_taken(dot(d, 0.1, 3.0)).g / area;
    CHECK(taken > of_gaussian(d, kFadesFrom));
    CHECK(taken < of_gaussian(d, kEnd));
  }
}

TEST_CASE("more ink takes more light, and the same ink over more skin too") {
  double last = 0.0;
  for (double density = 0.1; density < 8.0; density *= 1.4) {
    const double taken = light_taken(dot(density)).g;
    CHECK(taken > last);
    CHECK(light_taken(dot(density / 4.0, 0.2)).g > taken);
    last = taken;
  }
}

TEST_CASE("a mark holds the ink of its disc") {
  const Spot spot = spot_of({.diameter = core::Mm{0.3}, .density = 0.01, .blur = core::Mm{0.0}});
  CHECK(near(2.0 * core::kPi * spot.sigma.value * spot.sigma.value, core::kPi * 0.3 * 0.3 / 4.0, 1e-9));
  const Spot blurred = spot_of({.diameter = core::Mm{0.3}, .density = 0.01, .blur = core::Mm{0.2}});
  const auto ink = [](const Spot& s) { return s.density.g * s.sigma.value * s.sigma.value * s.elongation; };
  CHECK(near(ink(blurred), ink(spot), 1e-9));
}

namespace {

constexpr int kCells = 400;
constexpr double kCellMm = 0.05, kSideMm = kCells * kCellMm;

struct Field {
  std::vector<Spot> spots;
  std::vector<PlacedSpot> placed;
};

Field scattered(int count, const Spot& spot) {
  Field field;
  for (std::uint64_t k = 0; k < static_cast<std::uint64_t>(count); ++k) {
    field.spots.push_back(spot);
    field.placed.push_back(
        {{kSideMm * core::draw_unit(4, "x", k), kSideMm * core::draw_unit(4, "y", k)}, spot});
  }
  return field;
}

// Light that passes once, on cells that go round the edges.
std::vector<double> passing(const Field& field) {
  std::vector<double> t(static_cast<std::size_t>(kCells) * kCells, 1.0);
  for (const PlacedSpot& p : field.placed) {
    const int reach = static_cast<int>(6.0 * p.spot.sigma.value / kCellMm) + 1,
              cx = static_cast<int>(p.at.x / kCellMm), cy = static_cast<int>(p.at.y / kCellMm);
    for (int y = cy - reach; y <= cy + reach; ++y)
      for (int x = cx - reach; x <= cx + reach; ++x) {
        const auto cell = static_cast<std::size_t>((y + kCells) % kCells * kCells + (x + kCells) % kCells);
        t[cell] *= std::exp(-density_at(p.spot, (x + 0.5) * kCellMm - p.at.x, (y + 0.5) * kCellMm - p.at.y));
      }
  }
  return t;
}

std::vector<double> wandered(const std::vector<double>& from) {
  const int reach = static_cast<int>(3.5 * kWander.value / kCellMm);
  std::vector<double> weights;
  double sum = 0.0;
  for (int k = -reach; k <= reach; ++k) {
    const double mm = k * kCellMm / kWander.value;
    sum += weights.emplace_back(std::exp(-0.5 * mm * mm));
  }
  std::vector<double> a = from, b(from.size(), 0.0);
  for (const bool across : {true, false}) {
    std::fill(b.begin(), b.end(), 0.0);
    for (int y = 0; y < kCells; ++y)
      for (int x = 0; x < kCells; ++x)
        for (int k = -reach; k <= reach; ++k) {
          const int fx = across ? (x + k + kCells) % kCells : x, fy = across ? y : (y + k + kCells) % kCells;
          b[static_cast<std::size_t>(y * kCells + x)] += weights[static_cast<std::size_t>(k + reach)] / sum *
                                                         a[static_cast<std::size_t>(fy * kCells + fx)];
        }
    a.swap(b);
  }
  return a;
}

}  // namespace

TEST_CASE("light that comes back from scattered spots is worked out as it is summed cell by cell") {
  for (const Spot& spot : {dot(2.0, 0.11), dot(0.5, 0.3), dot(2.5, 0.05, 4.0)}) {
    const Field field = scattered(360, spot);  // 90 a cm2
    const auto out = passing(field), in = wandered(out);
    double mean = 0.0;
    for (std::size_t k = 0; k < out.size(); ++k) mean += out[k] * in[k] / static_cast<double>(out.size());
    const double said = light_back(field.spots, kSideMm * kSideMm).g;
    CAPTURE(mean);
    CHECK(near(1.0 - said, 1.0 - mean, 0.04));
  }
}

TEST_CASE("from far away a place looks like the mean of its field, from near like itself") {
  const Spot spot = dot(2.0, 0.11);
  const Field field = scattered(360, spot);
  const double mean = light_back(field.spots, kSideMm * kSideMm).g;
  const geometry::Vec2 middle{kSideMm / 2, kSideMm / 2};
  CHECK(near(1.0 - light_back(field.placed, middle, core::Mm{15'000.0}).g, 1.0 - mean, 0.15));
  const auto& some = field.placed[17];
  CHECK(light_back(field.placed, some.at, core::Mm{300.0}).g < 0.5);
  // Beside a field that ends, the farther away the less of a step.
  std::vector<PlacedSpot> left;
  for (const auto& p : field.placed)
    if (p.at.x < middle.x) left.push_back(p);
  const auto step = [&](double distance) {
    return light_back(left, middle + geometry::Vec2{1.0, 0.0}, core::Mm{distance}).g -
           light_back(left, middle - geometry::Vec2{1.0, 0.0}, core::Mm{distance}).g;
  };
  CHECK(step(3000.0) > step(20'000.0));
  CHECK(step(20'000.0) > 0.0);
}

TEST_CASE("a picture is made of its places") {
  Field field = scattered(60, dot(2.0, 0.11));
  field.placed.push_back({{7.0, 6.5}, dot(1.0, 0.4, 3.0)});
  const Raster raster{.low = {5.0, 5.5}, .pitch = 0.7, .columns = 9, .rows = 7};
  for (const double distance : {300.0, 1000.0, 3000.0}) {
    const auto picture = light_back(field.placed, raster, core::Mm{distance});
    REQUIRE(picture.size() == 63);
    for (int y = 0; y < raster.rows; ++y)
      for (int x = 0; x < raster.columns; ++x) {
        const geometry::Vec2 place = raster.low + raster.pitch * geometry::Vec2{x, y};
        const Rgb& here = picture[static_cast<std::size_t>(y * raster.columns + x)];
        CHECK(near(here.g, light_back(field.placed, place, core::Mm{distance}).g, 1e-9));
      }
  }
}

TEST_CASE("lightness and shifts are those of CIE 1976") {
  CHECK(near(lab_of(Rgb(1.0)).lightness, 100.0, 0.0005));
  CHECK(near(lab_of(Rgb(0.18)).lightness, 49.496, 0.0005));
  CHECK(std::abs(lab_of(Rgb(0.18)).red) < 0.1);
  CHECK(std::abs(lab_of(Rgb(0.18)).yellow) < 0.1);
  CHECK(lab_of(Rgb(0.5, 0.2, 0.1)).red > 20.0);
  const Lab none = shift(Rgb(0.6, 0.4, 0.3), Rgb(1.0));
  CHECK(std::abs(none.lightness) < 1e-9);
  const Lab darker = shift(Rgb(0.6, 0.4, 0.3), Rgb(0.9));
  CHECK(darker.lightness < -2.0);
  CHECK(darker.yellow < 0.0);
}
