// How dense a field is, by kernels, pairs and pixels: against closed formulas and hand-made counts.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scoring/density.h"
#include "engine/scoring/pixels.h"
#include "engine/scoring/ripley.h"
#include "engine/scoring/smooth.h"

using namespace engine::scoring;
using doctest::Approx;

namespace {

// 30 x 20 mm, one dot a square millimetre asked.
Field plain(double width = 30, double height = 20) {
  Field field;
  field.region = Region::rectangle({0, 0}, {width, height});
  field.target.plateau_per_mm2 = 1.0;
  return field;
}
void put(Field& field, Vec2 at, double delta = 0.55) {
  field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at, .delta = delta});
}
Field lattice(int columns, int rows) {
  Field field = plain(columns, rows);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) put(field, {x + 0.5, y + 0.5});
  return field;
}
// The part of a Gaussian of deviation s about m that lies between a and b.
double gauss_between(double m, double s, double a, double b) {
  return 0.5 * (std::erf((b - m) / (s * std::sqrt(2.0))) - std::erf((a - m) / (s * std::sqrt(2.0))));
}

}  // namespace

// ---- density

TEST_CASE("a lattice of the asked density has its target in every cell, one without dots nothing") {
  const Field field = lattice(30, 20);
  const LocalDensity local(field);
  for (const auto& cell : local.cells()) {
    CHECK(cell.target == Approx(1.0));
    CHECK(cell.density == Approx(1.0).epsilon(0.02));
    CHECK(cell.mass > 0.2);
    CHECK_FALSE(cell.by_hair);
  }
  CHECK(local.cells().size() == 600);
  CHECK(score_density(field.dots.size(), measure_cells(field, local.cells()), {}).score == 10000);
}

TEST_CASE("the mass of a kernel inside a rectangle is that of the error function, a quarter in a corner") {
  const Region region = Region::rectangle({0, 0}, {30, 20});
  TargetDensity target;
  target.plateau_per_mm2 = 0.7;
  const KernelMass mass(region, target, engine::core::Mm{2.0});
  CHECK(mass.mass({15, 10}) == Approx(1.0).epsilon(1e-5));
  CHECK(mass.mass({0, 10}) == Approx(0.5).epsilon(1e-5));
  CHECK(mass.mass({0, 0}) == Approx(0.25).epsilon(1e-5));
  for (const Vec2 p : {Vec2{1, 3}, Vec2{28.5, 19}, Vec2{4, 4}, Vec2{17, 0.5}})
    CHECK(mass.mass(p) == Approx(gauss_between(p.x, 2, 0, 30) * gauss_between(p.y, 2, 0, 20)).epsilon(1e-6));
  CHECK(mass.smoothed_target({3, 3}) == Approx(0.7));
}

TEST_CASE(
    "in a polygon the mass is right to a thousandth, and a step of the target is smoothed to its middle") {
  // The same rectangle, told as a polygon with a corner that is none.
  const Region region =
      Region::make({{{{0, 0}, {15, 0}, {30, 0}, {30, 20}, {0.001, 20}, {0, 19.999}}, false}}).value();
  REQUIRE_FALSE(region.is_rectangle());
  TargetDensity target;
  target.plateau_per_mm2 = 1.0;
  target.line = {{-100, 10}, {100, 10}};  // half the density below
  target.steps = {{engine::core::Mm{0.0}, 0.5}};
  const KernelMass mass(region, target, engine::core::Mm{1.0});
  for (const Vec2 p : {Vec2{15, 10}, Vec2{1, 3}, Vec2{28, 19}, Vec2{0.2, 0.2}})
    CHECK(mass.mass(p) == Approx(gauss_between(p.x, 1, 0, 30) * gauss_between(p.y, 1, 0, 20)).epsilon(0.002));
}

TEST_CASE("a dot added to the judging grid and taken away leaves every cell as it was, in any order") {
  const Field field = lattice(12, 12);
  const GaussTable kernel(engine::core::Mm{kSigmaPerReference});
  const KernelMass mass(field.region, field.target, engine::core::Mm{kSigmaPerReference});
  JudgingGrid forwards(field, mass, kernel), backwards(field, mass, kernel);
  for (const auto& dot : field.dots) forwards.add(dot.at);
  for (std::size_t i = field.dots.size(); i-- > 0;) backwards.add(field.dots[i].at);
  std::vector<double> before;
  for (std::size_t c = 0; c < forwards.cells().size(); ++c) {
    before.push_back(forwards.density(forwards.cells()[c]));
    CHECK(before.back() == backwards.density(backwards.cells()[c]));  // to the last bit
  }
  std::size_t changed = 0;
  forwards.move({6.2, 5.9}, true, [&](const auto&, double was, double is) {
    ++changed;
    CHECK(is >= was);
  });
  CHECK(changed > 10);
  forwards.move({6.2, 5.9}, false, [](const auto&, double was, double is) { CHECK(is <= was); });
  for (std::size_t c = 0; c < before.size(); ++c) CHECK(forwards.density(forwards.cells()[c]) == before[c]);
}

TEST_CASE(
    "what is free grows with the noise of few dots and with the layer, and too dense weighs by the layer") {
  CHECK(allowance({}, 600).over == Approx(0.10));
  CHECK(allowance({}, 60).under == Approx(0.10));
  CHECK(allowance({}, 15).over == Approx(0.20));  // half as many, squared: twice the noise
  CHECK(allowance({}, 0.1).over == Approx(0.10 * std::sqrt(60.0)));
  const Layer early{.over_weight = 1.0, .free_over = 0.3, .free_under = 0.05};
  CHECK(allowance(early, 600).over == Approx(0.3));
  CHECK(allowance(early, 600).under == Approx(0.10));  // never less than every work has
  CHECK(cell_error(0.5, allowance(early, 600)).excess == Approx(0.2));
  CHECK(cell_error(0.5, allowance({}, 600)).excess == Approx(0.6));
  CHECK(cell_error(-0.5, allowance({}, 600)).excess == Approx(0.4));
  CHECK(log_ratio(0.0, 1.0) == Approx(std::log2(0.02)));
}

// ---- Ripley

TEST_CASE("K of two points is what the formulas say") {
  const std::vector<Vec2> two{{4, 5}, {7, 9}};  // 5 mm apart
  const Region window = Region::rectangle({0, 0}, {20, 10});
  const std::vector<double> radii{4.9, 5.0, 6.0};
  const auto k = ripley_translation(two, window, radii);
  CHECK(k[0] == Approx(0.0));
  // Two ordered pairs, each over the area shared by the window and itself shifted by (3, 4): 17 x 6.
  for (const std::size_t i : {std::size_t{1}, std::size_t{2}})
    CHECK(*k[i] == Approx(200.0 * 200.0 / (17.0 * 6.0)));
  const auto border = ripley_border(two, window, std::vector<double>{3.0, 5.0});
  CHECK(border[0] == Approx(0.0));     // the first point alone lies deeper than 3
  CHECK_FALSE(border[1].has_value());  // none lies deeper than 5
  CHECK_FALSE(ripley_border(std::vector<Vec2>{{1, 1}}, window, radii)[0].has_value());
  CHECK_FALSE(ripley_translation(std::vector<Vec2>{{1, 1}}, window, radii)[0].has_value());
}

// ---- pixels

TEST_CASE("pixels of a region are as many as its area holds, a disc of them as many as a circle") {
  const Region region = Region::rectangle({1, 2}, {11, 7});
  const Pixels pixels(region, 0.25);
  CHECK(pixels.columns == 40);
  CHECK(pixels.rows == 20);
  std::size_t count = 0;
  for_pixels(region, pixels, [&](int x, int y) {
    CHECK(region.contains(pixels.middle(x, y)));
    CHECK(pixels.holding(pixels.middle(x, y)) == std::pair{x, y});
    ++count;
  });
  CHECK(count == pixels.size());
  std::size_t disc = 0;
  for_disc(pixels, {6, 4.5}, 2.0,
           [&](int, int x0, int x1) { disc += static_cast<std::size_t>(x1 - x0 + 1); });
  CHECK(static_cast<double>(disc) * 0.0625 == Approx(3.14159 * 4.0).epsilon(0.05));
  std::size_t inner = 0;
  InnerRuns runs(region, pixels, 2);
  for (int y = 0; y < pixels.rows; ++y)
    for (const PixelRun& run : runs.next()) inner += static_cast<std::size_t>(run.x1 - run.x0 + 1);
  CHECK(inner == 36 * 16);
  CHECK(fitting_inset(region, pixels, 2) == 2);
  CHECK(fitting_inset(region, pixels, 8) == 0);
}
