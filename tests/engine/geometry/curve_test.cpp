// Curves against values computed by other people's software (tests/data/hairline).
#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/units.h"
#include "engine/geometry/catmull_rom.h"
#include "engine/geometry/curve_distance.h"
#include "engine/geometry/polyline.h"
#include "tests/engine/scoring/reference.h"

using namespace engine;
using namespace engine::geometry;

TEST_CASE("distances between hairlines agree with the reference to 1e-4 mm") {
  for (const char* name : {"p01_identical", "p02_shift_up2mm", "p03_rotate3deg", "p04_white_noise0.6", "p15_jts_doc_example"}) {
    CAPTURE(name);
    const std::string base = std::string("hairline/") + name;
    const auto p = reference::points(base + ".P.csv"), q = reference::points(base + ".Q.csv");
    const auto j = reference::json(base + ".json");
    const double exact = j.contains("hausdorff_exact") ? j["hausdorff_exact"].get<double>() : j["hausdorff_continuous"].get<double>();
    CHECK(std::fabs(hausdorff(p, q) - exact) < 1e-4);
    CHECK(std::fabs(hausdorff_95(p, q) - j["hd95_max_of_directed"].get<double>()) < 1e-4);
    CHECK(std::fabs(mean_distance(p, q) - j["assd_length_weighted"].get<double>()) < 1e-4);
    CHECK(std::fabs(frechet(p, q) - j["own"]["continuous_frechet"].get<double>()) < 1e-4);
    CHECK(std::fabs(discrete_frechet(p, q) - j["own"]["discrete_frechet_vertices"].get<double>()) < 1e-9);
    // The crossing lines of p15 have no "above": its sign is a convention of its own.
    if (std::string(name) != "p15_jts_doc_example") CHECK(std::fabs(signed_offset(p, q) - j["signed_mean_offset_P_minus_Q_by_y"].get<double>()) < 1e-4);
    CHECK(std::fabs(core::degrees(core::Radians{tangent_difference(p, q)}) - j["tangent_by_normalised_arclength"]["mean_abs_deg"].get<double>()) < 0.01);
  }
}

TEST_CASE("a spline passes through its points and stays within tolerance of itself refined") {
  const std::vector<Vec2> points = {{0, 0}, {10, 3}, {20, -2}, {25, 8}, {40, 8}};
  const auto line = catmull_rom(points, 0.02), fine = catmull_rom(points, 0.0005);
  for (const Vec2 p : points) CHECK(distance(line, p) < 1e-9);
  for (const Vec2 p : fine) CHECK(distance(line, p) < 0.03);
}

TEST_CASE("left of a line is positive, and a corner keeps its side") {
  const std::vector<Vec2> line = {{0, 0}, {10, 0}, {10, 10}};
  CHECK(signed_distance(line, {5, 2}) == doctest::Approx(2));
  CHECK(signed_distance(line, {5, -2}) == doctest::Approx(-2));
  CHECK(signed_distance(line, {11, -1}) == doctest::Approx(-std::sqrt(2.0)));
  CHECK(signed_distance(line, {9, 5}) == doctest::Approx(1));
}

TEST_CASE("a reversed curve is noticed and cleaning keeps the shape") {
  const std::vector<Vec2> p = {{0, 0}, {10, 1}, {20, 0}}, q = {{20, 0}, {10, 1}, {0, 0}};
  CHECK(reversed(q, p));
  CHECK_FALSE(reversed(p, p));
  std::vector<Vec2> dense;
  for (int i = 0; i <= 1000; ++i) dense.push_back({0.02 * i, 0.0});
  CHECK(cleaned(dense).size() == 2);
}
