#include "engine/geometry/difference.h"

#include <doctest/doctest.h>

#include <limits>

#include "engine/core/draw.h"

using namespace engine::geometry;

namespace {

std::vector<Vec2> square(Vec2 low, double side) {
  return {low, low + Vec2{side, 0}, low + Vec2{side, side}, low + Vec2{0, side}};
}

}  // namespace

TEST_CASE("a piece inside becomes a hole, a piece on the border a bite, a piece outside nothing") {
  const auto region = Region::rectangle({0, 0}, {10, 10});
  const std::vector<std::vector<Vec2>> pieces{square({4, 4}, 2), square({9, 9}, 5), square({20, 20}, 3)};
  const auto left = difference(region, pieces);
  REQUIRE(left.has_value());
  CHECK(left->area() == doctest::Approx(100 - 4 - 1));
  CHECK_FALSE(left->contains({5, 5}));
  CHECK_FALSE(left->contains({9.5, 9.5}));
  CHECK(left->contains({1, 1}));
}

TEST_CASE("the direction of an outline does not matter, and pieces may overlap") {
  auto backwards = square({4, 4}, 2);
  std::reverse(backwards.begin(), backwards.end());
  const std::vector<std::vector<Vec2>> pieces{backwards, square({5, 5}, 2)};
  const auto left = difference(Region::rectangle({0, 0}, {10, 10}), pieces);
  REQUIRE(left.has_value());
  CHECK(left->area() == doctest::Approx(100 - 7));
}

TEST_CASE("a cut across makes two parts") {
  const std::vector<std::vector<Vec2>> pieces{{{4, -1}, {6, -1}, {6, 11}, {4, 11}}};
  const auto left = difference(Region::rectangle({0, 0}, {10, 10}), pieces);
  REQUIRE(left.has_value());
  CHECK(left->rings().size() == 2);
  CHECK(left->area() == doctest::Approx(80));
  CHECK(left->contains({1, 5}));
  CHECK_FALSE(left->contains({5, 5}));
  CHECK(left->contains({9, 5}));
}

TEST_CASE("nothing touched: the very same region, still known as a rectangle") {
  const std::vector<std::vector<Vec2>> pieces{square({20, 20}, 3)};
  const auto left = difference(Region::rectangle({0, 0}, {10, 10}), pieces);
  REQUIRE(left.has_value());
  CHECK(left->is_rectangle());
}

TEST_CASE("nothing left, and numbers that are none, are refused") {
  const auto region = Region::rectangle({0, 0}, {10, 10});
  const std::vector<std::vector<Vec2>> all{square({-1, -1}, 20)},
      nan{{{0, 0}, {1, std::numeric_limits<double>::quiet_NaN()}, {2, 2}}};
  CHECK_FALSE(difference(region, all).has_value());
  CHECK_FALSE(difference(region, nan).has_value());
}

TEST_CASE("random pieces: a place is left exactly when it was inside and no piece holds it") {
  const auto unit = [](const char* name, std::uint64_t i) { return engine::core::draw_unit(11, name, i); };
  for (std::uint64_t round = 0; round < 20; ++round) {
    std::vector<std::vector<Vec2>> pieces;
    std::vector<Region> solid;
    for (std::uint64_t i = 0; i < 5; ++i) {
      const std::uint64_t n = round * 10 + i;
      pieces.push_back(square({12 * unit("x", n) - 2, 12 * unit("y", n) - 2}, 0.5 + 3 * unit("side", n)));
      solid.push_back(Region::make({{pieces.back(), false}}).value());
    }
    const auto region =
        Region::make({{{{0, 0}, {10, 1}, {9, 10}, {1, 8}}, false}, {square({3, 3}, 1), true}}).value();
    const auto left = difference(region, pieces);
    REQUIRE(left.has_value());
    for (std::uint64_t i = 0; i < 300; ++i) {
      const Vec2 p{10 * unit("px", round * 1000 + i), 10 * unit("py", round * 1000 + i)};
      const bool held =
          std::any_of(solid.begin(), solid.end(), [&](const Region& r) { return r.contains(p); });
      CHECK(left->contains(p) == (region.contains(p) && !held));
    }
  }
}

TEST_CASE("a ring loses its folds and keeps the rest") {
  // The far edge runs 12 mm behind a bend of 10 mm radius and ties a loop there.
  const std::vector<Vec2> folded{{0, 0}, {20, 0}, {20, 10}, {8, 10}, {12, 6}, {12, 12}, {0, 10}};
  CHECK_FALSE(Region::make({{folded, false}}).has_value());
  const auto ring = without_folds(folded);
  const auto region = Region::make({{ring, false}});
  REQUIRE(region.has_value());
  CHECK(region->contains({5, 5}));
  CHECK(region->area() > 180);
  CHECK(region->area() < 215);
  CHECK(without_folds(std::vector<Vec2>{{0, 0}, {1, std::numeric_limits<double>::quiet_NaN()}, {1, 1}})
            .empty());
}
