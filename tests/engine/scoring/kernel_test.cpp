#include "engine/scoring/kernel.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/scoring/smooth.h"

using namespace engine;
using namespace engine::scoring;

TEST_CASE("the table is the Gaussian to 2e-10 up to its reach") {
  const GaussTable table(core::Mm{1.7});
  for (double d = 0.0; d <= table.reach().value; d += 0.00371) {
    const double exact = core::exact::exp(-0.5 * d * d / (1.7 * 1.7));
    CHECK(std::fabs(table.value(d * d) - exact) <= 2e-10 * exact);
  }
}

TEST_CASE("a lattice of the asked density has that density everywhere, at its borders too") {
  Field field;
  field.region = Region::rectangle({0, 0}, {30, 24});
  field.target.plateau_per_mm2 = 1.0;
  for (int y = 0; y < 24; ++y)
    for (int x = 0; x < 30; ++x)
      field.dots.push_back({.number = static_cast<std::uint32_t>(30 * y + x), .at = {x + 0.5, y + 0.5}});
  const LocalDensity local(field);
  CHECK(local.cells().size() == 720);
  for (const auto& cell : local.cells()) CHECK(cell.density == doctest::Approx(1.0).epsilon(0.012));
  for (const double d : local.nearest()) CHECK(d == doctest::Approx(1.0));
}

TEST_CASE("the order of the dots changes no density, not by a bit") {
  Field there, back;
  there.region = back.region = Region::rectangle({0, 0}, {20, 20});
  there.target.plateau_per_mm2 = back.target.plateau_per_mm2 = 0.5;
  for (int i = 0; i < 200; ++i)
    there.dots.push_back({.number = static_cast<std::uint32_t>(i),
                          .at = {std::fmod(7.13 * i, 20.0), std::fmod(3.37 * i, 20.0)}});
  back.dots.assign(there.dots.rbegin(), there.dots.rend());
  const LocalDensity a(there), b(back);
  for (std::size_t i = 0; i < a.cells().size(); ++i) CHECK(a.cells()[i].density == b.cells()[i].density);
  for (std::size_t i = 0; i < 200; ++i) CHECK(a.at_dots()[i] == b.at_dots()[199 - i]);
}

TEST_CASE("in a polygon the kernel's mass is what lies inside it") {
  Field field;
  field.region = Region::make({{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}, false},
                               {{{15, 15}, {25, 15}, {25, 25}, {15, 25}}, true}})
                     .value();
  field.target.plateau_per_mm2 = 1.0;
  const KernelMass mass(field.region, field.target, core::Mm{2.0});
  CHECK(mass.mass({8, 8}) == doctest::Approx(1.0).epsilon(1e-3));
  CHECK(mass.mass({0, 20}) == doctest::Approx(0.5).epsilon(2e-3));
  CHECK(mass.mass({0, 0}) == doctest::Approx(0.25).epsilon(2e-3));
  CHECK(mass.mass({15, 20}) == doctest::Approx(0.5).epsilon(1e-2));  // half of it falls into the hole
}
