// Regions, what is cut out of them, grids of points and rasters: areas by hand and laws by drawn cases.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/geometry/difference.h"
#include "engine/geometry/distance_transform.h"
#include "engine/geometry/grid.h"
#include "engine/geometry/region.h"
#include "engine/geometry/ring_check.h"

using namespace engine::geometry;
using engine::core::draw_unit;

namespace {

Ring ring(std::vector<Vec2> points, bool hole = false) {
  return {std::move(points), hole};
}
std::vector<Vec2> polygon(int corners, double radius, Vec2 middle) {
  std::vector<Vec2> points;
  for (int i = 0; i < corners; ++i) {
    const double a = 2 * 3.14159265358979 * i / corners;
    points.push_back({middle.x + radius * std::cos(a), middle.y + radius * std::sin(a)});
  }
  return points;
}
double polygon_area(int corners, double radius) {
  return 0.5 * corners * radius * radius * std::sin(2 * 3.14159265358979 / corners);
}
// A star that never crosses itself.
std::vector<Vec2> star(engine::core::Seed seed, Vec2 middle) {
  std::vector<Vec2> points;
  for (std::uint64_t i = 0; i < 24; ++i) {
    const double a = 2 * 3.14159265358979 * static_cast<double>(i) / 24, r = 4 + 6 * draw_unit(seed, "r", i);
    points.push_back({middle.x + r * std::cos(a), middle.y + r * std::sin(a)});
  }
  return points;
}
std::vector<Vec2> drawn(engine::core::Seed seed, std::uint64_t count, double side = 30) {
  std::vector<Vec2> points;
  for (std::uint64_t i = 0; i < count; ++i)
    points.push_back({side * draw_unit(seed, "x", i), side * draw_unit(seed, "y", i)});
  return points;
}

}  // namespace

TEST_CASE("polygons have the areas that trigonometry says, wherever they lie") {
  for (const int corners : {3, 4, 5, 6, 12, 96})
    for (const Vec2 middle : {Vec2{0, 0}, Vec2{1000, -250}}) {
      const auto region = Region::make({ring(polygon(corners, 7, middle))}).value();
      CHECK(region.area() == doctest::Approx(polygon_area(corners, 7)));
      CHECK(region.contains(middle));
      CHECK_FALSE(region.contains(middle + Vec2{7.01, 0.01}));
    }
}

TEST_CASE("an area is its box less what is outside: counted in a fine raster") {
  for (engine::core::Seed seed = 1; seed <= 5; ++seed) {
    const auto region = Region::make({ring(star(seed, {12, 12}))}).value();
    int inside = 0;
    constexpr double kStep = 0.1;
    for (double x = kStep / 2; x < 24; x += kStep)
      for (double y = kStep / 2; y < 24; y += kStep) inside += region.contains({x, y}) ? 1 : 0;
    CHECK(inside * kStep * kStep == doctest::Approx(region.area()).epsilon(0.01));
    CHECK(region.area() == doctest::Approx(std::fabs(signed_area(star(seed, {12, 12})))));
  }
}

TEST_CASE("a row's spans cover as much as the region is wide there, for every row") {
  for (engine::core::Seed seed = 1; seed <= 3; ++seed) {
    const auto region =
        Region::make({ring(star(seed, {12, 12})), ring(polygon(6, 2, {12, 12}), true)}).value();
    std::vector<std::pair<double, double>> spans;
    double area = 0.0;
    constexpr double kStep = 0.02;
    for (double y = region.box().low.y + kStep / 2; y < region.box().high.y; y += kStep) {
      region.row_spans(y, spans);
      for (std::size_t i = 0; i < spans.size(); ++i) {
        CHECK(spans[i].first <= spans[i].second);
        if (i > 0) CHECK(spans[i].first >= spans[i - 1].second);
        area += (spans[i].second - spans[i].first) * kStep;
        CHECK(region.contains({(spans[i].first + spans[i].second) / 2, y}));
      }
    }
    CHECK(area == doctest::Approx(region.area()).epsilon(0.002));
  }
}

TEST_CASE("the distance to the border is none on it, and changes by no more than one goes") {
  const auto region = Region::make({ring(star(4, {12, 12})), ring(polygon(5, 2, {12, 12}), true)}).value();
  for (const Ring& r : region.rings())
    for (std::size_t i = 0; i < r.points.size(); ++i) {
      const Vec2 a = r.points[i], b = r.points[(i + 1) % r.points.size()];
      CHECK(region.border_distance((a + b) * 0.5).value < 1e-9);
    }
  for (std::uint64_t i = 0; i < 200; ++i) {
    const Vec2 p{26 * draw_unit(1, "px", i), 26 * draw_unit(1, "py", i)},
        q{26 * draw_unit(1, "qx", i), 26 * draw_unit(1, "qy", i)};
    CHECK(std::fabs(region.border_distance(p).value - region.border_distance(q).value) <=
          glm::length(p - q) + 1e-9);
  }
}

TEST_CASE("a rectangle answers like the polygon of its corners") {
  const auto fast = Region::rectangle({2, 3}, {9, 8});
  // A fifth corner on an edge: no longer known as a rectangle, but the same place.
  const auto slow = Region::make({ring({{2, 3}, {5, 3}, {9, 3}, {9, 8}, {2, 8}})}).value();
  CHECK(fast.is_rectangle());
  CHECK(fast.area() == doctest::Approx(slow.area()));
  for (double x = 0; x < 12; x += 0.37)
    for (double y = 0; y < 12; y += 0.41) {
      CHECK(fast.contains({x, y}) == slow.contains({x, y}));
      CHECK(fast.border_distance({x, y}).value == doctest::Approx(slow.border_distance({x, y}).value));
    }
  CHECK(fast.contains({2, 3}));
  CHECK(fast.contains({9, 8}));
}

TEST_CASE("an empty region contains nothing and has no area") {
  const Region none;
  CHECK(none.area() == 0.0);
  CHECK_FALSE(none.contains({0, 0}));
  CHECK(none.rings().empty());
}

TEST_CASE("what is cut out and what is left make the whole") {
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const auto region = Region::make({ring(star(seed, {12, 12}))}).value();
    const auto piece = polygon(7, 3, {10 + 4 * draw_unit(seed, "cx", 0), 10 + 4 * draw_unit(seed, "cy", 0)});
    const std::vector<std::vector<Vec2>> pieces{piece};
    const auto left = difference(region, pieces).value();
    const auto cutter = Region::make({ring(piece)}).value();
    double both = 0.0;
    constexpr double kStep = 0.05;
    for (double x = kStep / 2; x < 24; x += kStep)
      for (double y = kStep / 2; y < 24; y += kStep)
        both += region.contains({x, y}) && cutter.contains({x, y}) ? kStep * kStep : 0.0;
    CHECK(left.area() + both == doctest::Approx(region.area()).epsilon(0.003));
  }
}

TEST_CASE("cutting twice by the same, or in another order, changes nothing more") {
  const auto region = Region::rectangle({0, 0}, {20, 20});
  const std::vector<std::vector<Vec2>> a{polygon(6, 4, {5, 5})}, b{polygon(8, 5, {12, 9})};
  const auto ab = difference(difference(region, a).value(), b).value(),
             ba = difference(difference(region, b).value(), a).value(),
             aab = difference(difference(ab, a).value(), b).value();
  CHECK(ab.area() == doctest::Approx(ba.area()));
  CHECK(aab.area() == doctest::Approx(ab.area()));
  const std::vector<std::vector<Vec2>> both{a[0], b[0]};
  CHECK(difference(region, both).value().area() == doctest::Approx(ab.area()));
}

TEST_CASE("grids of points find all neighbours within r, those exactly at r too") {
  const std::vector<Vec2> points{{0, 0}, {3, 4}, {3.0001, 4}, {-5, 0}, {0, 0}};
  const Grid grid(points, 2.0);
  std::vector<std::size_t> found;
  grid.within({0, 0}, 5.0, [&](std::size_t i, double d2) {
    found.push_back(i);
    CHECK(d2 <= 25.0);
  });
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<std::size_t>{0, 1, 3, 4});
  CHECK(grid.any_within({8, 4}, 5.0));
  CHECK_FALSE(grid.any_within({9, 4.1}, 5.0));
  CHECK(grid.nearest({0, 0}) == 0.0);
  CHECK(grid.nearest({0, 0}, 0) == 0.0);  // its twin
}

TEST_CASE("whatever the size of its cells a grid gives the same answers") {
  const auto points = drawn(3, 300);
  const Grid one(points, 1.0);
  const auto nearest = one.nearest_of_all();
  for (const double cell : {0.05, 0.5, 7.0, 100.0}) {
    const Grid other(points, cell);
    CHECK(other.size() == points.size());
    CHECK(other.nearest_of_all() == nearest);
    std::size_t a = 0, b = 0;
    one.pairs_within(2.5, [&](std::size_t, std::size_t, double) { ++a; });
    other.pairs_within(2.5, [&](std::size_t, std::size_t, double) { ++b; });
    CHECK(a == b);
  }
}

TEST_CASE("moved or mirrored together, points keep their nearest distances") {
  const auto points = drawn(8, 200);
  auto moved = points, mirrored = points, turned = points;
  for (auto& p : moved) p += Vec2{512, -256};
  for (auto& p : mirrored) p.x = -p.x;
  for (auto& p : turned) p = {-p.y, p.x};
  const auto nearest = nearest_distances(points);
  for (const auto& other : {moved, mirrored, turned}) {
    const auto o = nearest_distances(other);
    for (std::size_t i = 0; i < nearest.size(); ++i) CHECK(o[i] == doctest::Approx(nearest[i]).epsilon(1e-9));
  }
}

TEST_CASE("one more point makes no nearest distance larger, and the nearest of two is mutual") {
  auto points = drawn(5, 80);
  const auto before = nearest_distances(points);
  points.push_back({15, 15});
  const auto after = nearest_distances(points);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i] <= before[i]);
  const auto two = nearest_distances(std::vector<Vec2>{{1, 2}, {4, 6}});
  CHECK(two == std::vector<double>{5.0, 5.0});
}

TEST_CASE("a raster's distances are those of Pythagoras from one mark, and the least of several") {
  constexpr int kColumns = 17, kRows = 11;
  const auto from = [](std::vector<std::pair<int, int>> marks) {
    std::vector<std::uint8_t> marked(kColumns * kRows, 0);
    for (const auto& [x, y] : marks) marked[static_cast<std::size_t>(y * kColumns + x)] = 1;
    return squared_distances(marked, kColumns, kRows);
  };
  const auto a = from({{3, 2}}), b = from({{12, 9}}), both = from({{3, 2}, {12, 9}});
  for (int y = 0; y < kRows; ++y)
    for (int x = 0; x < kColumns; ++x) {
      const auto i = static_cast<std::size_t>(y * kColumns + x);
      CHECK(a[i] == (x - 3) * (x - 3) + (y - 2) * (y - 2));
      CHECK(both[i] == std::min(a[i], b[i]));
    }
}

TEST_CASE("areas of rings have a sign by their direction") {
  const std::vector<Vec2> square{{0, 0}, {2, 0}, {2, 2}, {0, 2}};
  CHECK(signed_area(square) == doctest::Approx(4.0));
  std::vector<Vec2> back(square.rbegin(), square.rend());
  CHECK(signed_area(back) == doctest::Approx(-4.0));
}

TEST_CASE("a simple ring has no folds to lose") {
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    const auto points = star(seed, {12, 12});
    const auto same = without_folds(points);
    CHECK(std::fabs(signed_area(same)) == doctest::Approx(std::fabs(signed_area(points))).epsilon(1e-6));
  }
  CHECK(without_folds(std::vector<Vec2>{{0, 0}, {1, 1}}).empty());
}
