#include "trainer/robots/cheats.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/geometry/grid.h"
#include "lessons.h"

using namespace trainer::robots;
using engine::scalp::Canvas;
using engine::scalp::Pad;
using robots_test::even_field;

namespace {

const Canvas& canvas() {
  static const Canvas pad{Pad{}};
  return pad;
}

Ground field() {
  return Ground::make(even_field(), canvas(), 0).value();
}

std::vector<double> nearest(const std::vector<Vec2>& points) {
  return engine::geometry::nearest_distances(points);
}

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

constexpr double kSpacing = 10.0 / 9.48683298050514;  // of 90/cm^2

}  // namespace

TEST_CASE("the grid is a grid: every dot has its neighbour at the same distance, in rows and columns") {
  const auto points = square_grid(field(), 1);
  CHECK(points.size() > 750);
  for (const double d : nearest(points)) CHECK(d == doctest::Approx(kSpacing).epsilon(1e-9));
  std::map<long, int> columns;
  for (const Vec2 p : points) ++columns[std::lround(p.x * 1000.0)];
  CHECK(columns.size() <= 29);
}

TEST_CASE("the hexagonal grid keeps one distance, wider than the square one") {
  const auto points = hexagonal_grid(field(), 1);
  for (const double d : nearest(points)) CHECK(d == doctest::Approx(1.07457 * kSpacing).epsilon(1e-4));
}

TEST_CASE("rows are random along and strict across") {
  const auto points = rows(field(), 1);
  CHECK(static_cast<double>(points.size()) == doctest::Approx(810.0).epsilon(0.08));
  for (const Vec2 p : points) {
    const double phase = (p.y - 15.0) / kSpacing - 0.5;
    CHECK(std::fabs(phase - std::floor(phase + 0.5)) < 0.1);
  }
}

TEST_CASE("random points have the nearest distances of a Poisson field") {
  const auto points = random_points(field(), 1);
  CHECK(points.size() == 810);
  CHECK(mean(nearest(points)) == doctest::Approx(0.5 * kSpacing).epsilon(0.08));
}

TEST_CASE("the small cheats are what they say") {
  CHECK(one_dot(field(), 1).size() == 1);
  CHECK(nothing(field(), 1).empty());
  CHECK(spam(field(), 1).size() == 3 * 810);
  for (const Vec2 p : border_only(field(), 1))
    CHECK(field().region().border_distance(p).value <= 0.81 * kSpacing);
  const auto pairs = density_only(field(), 1);
  CHECK(static_cast<double>(pairs.size()) == doctest::Approx(810.0).epsilon(0.02));
  CHECK(mean(nearest(pairs)) < 0.3 * kSpacing);
}

TEST_CASE("the copied tile repeats itself") {
  const auto points = copied_tile(field(), 1);
  const double side = 6.0 * kSpacing;
  int repeated = 0, inside = 0;
  for (const Vec2 p : points) {
    if (p.x + side > 45.0) continue;
    ++inside;
    repeated += std::any_of(points.begin(), points.end(), [&](Vec2 q) {
      return glm::length(q - p - Vec2{side, 0.0}) < 1e-6;
    });
  }
  CHECK(inside > 400);
  CHECK(repeated == inside);
}
