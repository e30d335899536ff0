#include "engine/geometry/region.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/draw.h"
#include "engine/geometry/polyline.h"

using namespace engine::geometry;

TEST_CASE("area, holes and borders of a square with a hole") {
  const auto region = Region::make({{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, false},
                                    {{{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}, true}})
                          .value();
  CHECK(region.area() == doctest::Approx(96));
  CHECK_FALSE(region.is_rectangle());
  CHECK(region.contains({1, 1}));
  CHECK_FALSE(region.contains({5, 5}));
  CHECK(region.contains({4, 5}));  // closed: the border of a hole belongs to the region
  CHECK(region.contains({0, 0}));
  CHECK_FALSE(region.contains({10.001, 5}));
  CHECK(region.border_distance({5, 5}).value == doctest::Approx(1));
  CHECK(region.border_distance({2, 5}).value == doctest::Approx(2));
}

TEST_CASE("direction of a ring does not matter") {
  const auto region = Region::make({{{{0, 0}, {0, 5}, {5, 5}, {5, 0}}, false}}).value();
  CHECK(region.area() == 25);
  CHECK(region.is_rectangle());
}

TEST_CASE("broken rings are refused and named") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(Region::make({}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, 1}}, false}}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, 1}, {2, 2}}, false}}).has_value());
  CHECK_FALSE(Region::make({{{{0, 0}, {1, nan}, {2, 2}}, false}}).has_value());
  const auto bow = Region::make({{{{0, 0}, {4, 4}, {4, 0}, {0, 3}}, false}});
  REQUIRE_FALSE(bow.has_value());
  CHECK(bow.error().message.find("crosses itself") != std::string::npos);
  CHECK(bow.error().field == "ring 1");
}

namespace {

Ring square(Vec2 low, double side, bool hole = false) {
  return {{low, {low.x + side, low.y}, {low.x + side, low.y + side}, {low.x, low.y + side}}, hole};
}

std::string refusal(std::vector<Ring> rings) {
  const auto region = Region::make(std::move(rings));
  return region ? "" : region.error().field + ": " + region.error().message;
}

}  // namespace

TEST_CASE("rings that touch, lie apart or nest make a region") {
  // a shared edge
  CHECK(Region::make({square({0, 0}, 4), square({4, 0}, 4)}).value().area() == 32);
  // part of an edge
  CHECK(Region::make({square({0, 0}, 4), square({4, 1.3}, 4)}).value().area() == 32);
  CHECK(Region::make({square({0, 0}, 4), square({4, 4}, 4)}).value().area() == 32);  // a corner
  CHECK(Region::make({square({0, 0}, 4), square({0, 1}, 2, true)}).value().area() ==
        12);  // a hole at the border
  CHECK(Region::make({{{{0, 0}, {2, 2}, {4, 0}, {4, 4}, {2, 2}, {0, 4}}, false}}).value().area() ==
        8);  // a waist of no width
  const auto island = Region::make({square({0, 0}, 9), square({1, 1}, 7, true), square({3, 3}, 2)}).value();
  CHECK(island.area() == 81 - 49 + 4);
  CHECK(island.contains({4, 4}));
  CHECK_FALSE(island.contains({2, 4}));
  std::vector<std::pair<double, double>> spans;
  island.row_spans(4.0, spans);
  CHECK(spans == std::vector<std::pair<double, double>>{{0, 1}, {3, 5}, {8, 9}});
}

TEST_CASE("rings that cover a place twice, or cut out what is not there, are refused and named") {
  CHECK(refusal({square({0, 0}, 4), square({3, 3}, 4)}).find("ring 2: the ring crosses ring 1") == 0);
  CHECK(refusal({square({0, 0}, 9), square({3, 3}, 2)}).find("ring 2: the ring lies over another") == 0);
  CHECK(refusal({square({0, 0}, 4), square({0, 0}, 4)}).find("ring 2: the ring lies over another") == 0);
  CHECK(refusal({square({0, 0}, 4), square({6, 0}, 1, true)})
            .find("ring 2: the hole cuts out what is not there") == 0);
  CHECK(refusal({square({0, 0}, 4), square({3, 1}, 2, true)}).find("ring 2: the ring crosses ring 1") == 0);
  CHECK(refusal({square({0, 0}, 9), square({1, 1}, 4, true), square({4, 4}, 3, true)})
            .find("ring 3: the ring crosses ring 2") == 0);
  CHECK(refusal({square({0, 0}, 9), square({1, 1}, 6, true), square({2, 2}, 2, true)})
            .find("ring 3: the hole cuts out what is not there") == 0);
  CHECK(refusal({square({1, 1}, 2), square({0, 0}, 9, true)})
            .find("ring 2: the hole cuts out what is not there") == 0);
  // Crossings at corners: two lobes, and a hole that leaves its ring through a corner.
  CHECK(refusal({{{{0, 0}, {2, 2}, {4, 4}, {4, 1}, {2, 2}, {0, 4}}, false}})
            .find("ring 1: the ring crosses itself") == 0);
  CHECK(refusal({square({0, 0}, 4), {{{1, 1}, {4, 2}, {6, 3}, {4, 3}, {1, 3}}, true}}).find("ring 2: ") == 0);
}

TEST_CASE("a symmetric bow tie crosses itself, though its area is zero") {
  CHECK(refusal({{{{0, 0}, {4, 4}, {4, 0}, {0, 4}}, false}}).find("ring 1: the ring crosses itself") == 0);
}

namespace {

// A ragged star with a star-shaped hole: hundreds of edges of every direction.
std::vector<Ring> ragged(engine::core::Seed seed) {
  const auto star = [&](const char* name, double radius, int corners) {
    std::vector<Vec2> points;
    for (int i = 0; i < corners; ++i) {
      const double turn = 6.283185307179586 * i / corners,
                   r = radius *
                       (0.7 + 0.3 * engine::core::draw_unit(seed, name, static_cast<std::uint64_t>(i)));
      points.push_back({3.0 + r * std::cos(turn), -2.0 + r * std::sin(turn)});
    }
    return points;
  };
  return {{star("outer", 20.0, 400), false}, {star("hole", 8.0, 150), true}};
}

// By every edge, as a textbook does it.
bool slow_contains(const std::vector<Ring>& rings, Vec2 p) {
  bool in = false, in_hole = false;  // no islands here
  for (const Ring& ring : rings) {
    bool odd = false;
    for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
      const Vec2 a = ring.points[i], b = ring.points[j];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) odd = !odd;
    }
    if (odd) (ring.hole ? in_hole : in) = true;
  }
  return in && !in_hole;
}

double slow_distance(const std::vector<Ring>& rings, Vec2 p) {
  double best = std::numeric_limits<double>::infinity();
  for (const Ring& ring : rings)
    for (std::size_t i = 0; i < ring.points.size(); ++i)
      best = std::min(best, segment_distance(p, ring.points[i], ring.points[(i + 1) % ring.points.size()]));
  return best;
}

}  // namespace

TEST_CASE("places in and beside a ragged region are judged as by looking at every edge") {
  for (engine::core::Seed seed = 1; seed <= 3; ++seed) {
    const auto rings = ragged(seed);
    const auto region = Region::make(rings).value();
    for (std::uint64_t i = 0; i < 3000; ++i) {
      const Vec2 p{60.0 * engine::core::draw_unit(seed, "x", i) - 27.0,
                   60.0 * engine::core::draw_unit(seed, "y", i) - 32.0};
      CHECK(region.contains(p) == slow_contains(rings, p));
      CHECK(region.border_distance(p).value == slow_distance(rings, p));
    }
  }
}

TEST_CASE("the spans of a row hold exactly the places of the row that lie inside") {
  const auto rings = ragged(4);
  const auto region = Region::make(rings).value();
  std::vector<std::pair<double, double>> spans;
  for (int row = 0; row < 80; ++row) {
    const double y = -23.0 + 0.53 * row;
    region.row_spans(y, spans);
    for (int i = 0; i < 200; ++i) {
      const Vec2 p{-20.0 + 0.231 * i, y};
      const bool in_span = std::any_of(spans.begin(), spans.end(),
                                       [&](const auto& s) { return p.x >= s.first && p.x < s.second; });
      CHECK(in_span == slow_contains(rings, p));
    }
  }
  Region::rectangle({1, 2}, {5, 6}).row_spans(3.0, spans);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0] == std::pair{1.0, 5.0});
}
