#include "engine/geometry/bvh.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "engine/core/draw.h"

using namespace engine;
using namespace engine::geometry;

namespace {

struct Soup {
  std::vector<Vec3> positions;
  std::vector<std::uint32_t> triangles;
};

Vec3 drawn(const char* name, std::uint64_t i) {
  const double x = core::draw_unit(7, name, 3 * i), y = core::draw_unit(7, name, 3 * i + 1),
               z = core::draw_unit(7, name, 3 * i + 2);
  return {2.0 * x - 1.0, 2.0 * y - 1.0, 2.0 * z - 1.0};
}

Soup random_triangles(std::uint64_t count) {
  Soup soup;
  for (std::uint64_t i = 0; i < count; ++i) {
    const Vec3 centre = drawn("centre", i) * 10.0;
    for (std::uint64_t k = 0; k < 3; ++k) {
      soup.positions.push_back(centre + drawn("corner", 3 * i + k));
      soup.triangles.push_back(static_cast<std::uint32_t>(soup.positions.size() - 1));
    }
  }
  return soup;
}

// By Cramer's rule on the plane of the triangle, as a textbook does it: slow and independent of the tree.
double slow_hit(const Soup& soup, const Vec3& o, const Vec3& d) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < soup.triangles.size(); i += 3) {
    const Vec3 a = soup.positions[i], b = soup.positions[i + 1], c = soup.positions[i + 2],
               n = glm::cross(b - a, c - a);
    const double facing = glm::dot(n, d);
    if (facing == 0.0) continue;
    const double t = glm::dot(n, a - o) / facing;
    const Vec3 p = o + d * t;
    const auto left_of = [&](const Vec3& from, const Vec3& to) {
      return glm::dot(n, glm::cross(to - from, p - from)) >= 0.0;
    };
    if (t >= 0.0 && left_of(a, b) && left_of(b, c) && left_of(c, a)) nearest = std::min(nearest, t);
  }
  return nearest;
}

}  // namespace

TEST_CASE("the tree finds what a look at every triangle finds") {
  const Soup soup = random_triangles(600);
  const Bvh tree(soup.positions, soup.triangles);
  int hits = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const Vec3 origin = drawn("origin", i) * 20.0,
               direction = glm::normalize(drawn("goal", i) * 8.0 - origin);
    const auto found = tree.first_hit(origin, direction);
    const double expected = slow_hit(soup, origin, direction);
    REQUIRE(found.has_value() == std::isfinite(expected));
    if (found) CHECK(*found == doctest::Approx(expected).epsilon(1e-9));
    hits += found ? 1 : 0;
  }
  CHECK(hits > 200);
}

TEST_CASE("rays along an axis, from the border of a box, and into nothing") {
  const std::vector<Vec3> positions{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}};
  const std::vector<std::uint32_t> square{0, 1, 2, 1, 3, 2};
  const Bvh tree(positions, square);
  for (const double x : {0.0, 0.25, 0.5, 1.0})
    for (const double y : {0.0, 0.5, 1.0}) CHECK(tree.first_hit({x, y, 5}, {0, 0, -1}).value_or(-1) == 5.0);
  CHECK_FALSE(tree.first_hit({0.5, 0.5, 5}, {0, 0, 1}).has_value());
  CHECK_FALSE(tree.first_hit({1.5, 0.5, 5}, {0, 0, -1}).has_value());
  CHECK_FALSE(Bvh({}, {}).first_hit({0, 0, 0}, {0, 0, 1}).has_value());
}
