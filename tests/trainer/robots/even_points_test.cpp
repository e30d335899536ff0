#include "trainer/robots/even_points.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "lessons.h"
#include "trainer/robots/order.h"

using namespace trainer::robots;
using engine::scalp::Canvas;
using engine::scalp::Pad;
using robots_test::even_field;

namespace {

double nearest(const std::vector<Vec2>& points, Vec2 p, std::size_t but) {
  double best = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (i != but) best = std::min(best, glm::length(points[i] - p));
  return best;
}

double closest_pair(const std::vector<Vec2>& points) {
  double best = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i) best = std::min(best, nearest(points, points[i], i));
  return best;
}

std::size_t count_in(const std::vector<Vec2>& points, Vec2 low, Vec2 high) {
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [&](Vec2 p) {
    return p.x >= low.x && p.y >= low.y && p.x < high.x && p.y < high.y;
  }));
}

}  // namespace

TEST_CASE("the expert sets the number asked, none nearer than 0.68 of the spacing, at every usual density") {
  const Canvas canvas{Pad{}};
  for (const double density : {20.0, 40.0, 90.0, 150.0}) {
    const auto lesson = even_field(density);
    const auto ground = Ground::make(lesson, canvas, 0).value();
    for (engine::core::Seed seed = 1; seed <= 3; ++seed) {
      CAPTURE(density);
      CAPTURE(seed);
      const auto points = even_points(ground, expert_plan(ground), seed);
      CHECK(static_cast<double>(points.size()) == doctest::Approx(9.0 * density).epsilon(0.01));
      CHECK(closest_pair(points) >= 0.68 * 10.0 / std::sqrt(density));
      CHECK(std::all_of(points.begin(), points.end(), [&](Vec2 p) { return ground.region().contains(p); }));
    }
  }
}

TEST_CASE("the expert leaves no hole and does not thin out at the outline") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  const double spacing = 10.0 / std::sqrt(90.0);
  std::size_t rim = 0, all = 0;
  for (engine::core::Seed seed = 1; seed <= 5; ++seed) {
    const auto points = even_points(ground, expert_plan(ground), seed);
    double hole = 0.0;
    for (const Cell& cell : ground.cells(engine::core::Mm{0.3}, engine::core::Mm{0.0}))
      hole = std::max(hole, nearest(points, cell.centre, points.size()));
    CHECK(hole < 1.4 * spacing);
    all += points.size();
    rim += points.size() - count_in(points, {17, 17}, {43, 43});
  }
  const double rim_share = 1.0 - 26.0 * 26.0 / 900.0;
  CHECK(static_cast<double>(rim) / static_cast<double>(all) == doctest::Approx(rim_share).epsilon(0.08));
}

TEST_CASE("a feathered target gets its share of dots in every step of the gradient") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(robots_test::soft_line(), canvas, 0).value();
  const auto points = even_points(ground, expert_plan(ground), 4);
  const double per_mm2[] = {0.27, 0.54, 0.765};
  for (int step = 0; step < 3; ++step) {
    CAPTURE(step);
    const double low = 15.0 + 5.0 * step;
    const auto count = count_in(points, {5, low}, {55, low + 5.0});
    CHECK(static_cast<double>(count) == doctest::Approx(250.0 * per_mm2[step]).epsilon(0.12));
  }
}

TEST_CASE("another seed is another field, the same seed the same") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  const auto plan = expert_plan(ground);
  CHECK(even_points(ground, plan, 5) == even_points(ground, plan, 5));
  CHECK(even_points(ground, plan, 5) != even_points(ground, plan, 6));
}

TEST_CASE("a patchy plan with no distance kept makes doublets, which the expert's never has") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  auto plan = expert_plan(ground);
  plan.closest = 0.1;
  plan.patchiness = 0.8;
  plan.mending = 0.0;
  const auto points = even_points(ground, plan, 7);
  CHECK(points.size() == plan.count);
  CHECK(closest_pair(points) < 0.5 * 10.0 / std::sqrt(90.0));
}

TEST_CASE("the working order visits every dot once, in short ways, patch by patch") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  const auto points = even_points(ground, expert_plan(ground), 8);
  auto order = in_working_order(points);
  double way = 0.0;
  for (std::size_t i = 1; i < order.size(); ++i) way += glm::length(order[i] - order[i - 1]);
  CHECK(way / static_cast<double>(order.size()) < 3.0);
  auto sorted = points;
  const auto before = [](Vec2 a, Vec2 b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
  std::sort(sorted.begin(), sorted.end(), before);
  std::sort(order.begin(), order.end(), before);
  CHECK(sorted == order);
  CHECK(in_working_order({}).empty());
}
