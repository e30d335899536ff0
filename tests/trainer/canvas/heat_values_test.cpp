// Heat maps show the scorer's numbers: worked out by hand where that can be done, and drawn where the skin
// is.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/heat.h"

using engine::core::SteadyTime;

using namespace trainer;
using namespace trainer::canvas;
using support::StepKind;

namespace {

runner::Attempt attempt(std::vector<engine::skin::Dot> dots, double density = 100) {
  auto a = runner::begin(
      assessment::Site::make(support::field(density).step(StepKind::NeedleWork).lesson()).value());
  a.skin.dots = std::move(dots);
  return a;
}
double value_at(double delta) {
  const auto map = make_heat(attempt({support::dot(0, {30, 30}, delta)}), ui::Overlay::DepthMap);
  REQUIRE(map.dots.size() == 1);
  return map.dots[0].value;
}
Lens over(const runner::Attempt& a) {
  Eye eye(a.site->canvas());
  eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
  eye.look_at({30'000, 30'000}, 14, SteadyTime{0});
  eye.jump();
  return eye.lens();
}

}  // namespace

TEST_CASE("a dot in the band has no colour; beyond it the value is its distance in half widths of the band") {
  CHECK(value_at(0.55) == 0.0);
  CHECK(value_at(0.39) == 0.0);
  CHECK(value_at(0.71) == 0.0);
  CHECK(value_at(0.38 - 0.17) == doctest::Approx(-1.0).epsilon(0.01));
  CHECK(value_at(0.72 + 0.085) == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("deeper is never paler than deep, nor lighter than light") {
  double before = -10;
  for (double delta = 0.02; delta < 1.2; delta += 0.02) {
    const double now = value_at(delta);
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("a dot whose depth nobody knows is left out of the map of depths") {
  auto dot = support::dot(0, {30, 30});
  dot.depth_source = engine::skin::DepthSource::Unknown;
  CHECK(make_heat(attempt({dot}), ui::Overlay::DepthMap).dots.empty());
}

TEST_CASE("dots taken back or beside every zone are on no map") {
  auto dots = support::in_rows(5, 5, {20, 20}, 1.0);
  dots[3].withdrawn = true;
  dots.push_back(support::dot(25, {2, 2}));
  for (const auto map : {ui::Overlay::DepthMap, ui::Overlay::SpacingMap})
    CHECK(make_heat(attempt(dots), map).dots.size() == 24);
}

TEST_CASE(
    "the middle of a grid as dense as asked is pale, half as dense is minus one, twice as dense plus one") {
  // 30 x 30 mm at 100 per cm2 are 1 mm apart; by sqrt 2 more, or less, it is half, or double.
  for (const auto& [apart, value] :
       {std::pair{1.0, 0.0}, std::pair{std::sqrt(2.0), -1.0}, std::pair{std::sqrt(0.5), 1.0}}) {
    const int side = static_cast<int>(30.0 / apart);
    const auto map = make_heat(attempt(support::in_rows(side, side, {15 + apart / 2, 15 + apart / 2}, apart)),
                               ui::Overlay::DensityMap);
    REQUIRE(map.cells.size() > 100);
    double sum = 0.0;
    int n = 0;
    for (const auto& cell : map.cells)
      if (std::fabs(cell.middle.x - 30) < 8 && std::fabs(cell.middle.y - 30) < 8) {
        sum += cell.value;
        ++n;
      }
    REQUIRE(n > 20);
    CAPTURE(apart);
    CHECK(std::fabs(sum / n - value) < 0.12);
  }
}

TEST_CASE("cells tile the zone: none outside it, and their squares add up to its area") {
  const auto map = make_heat(attempt(support::in_rows(30, 30, {15.5, 15.5}, 1.0)), ui::Overlay::DensityMap);
  double area = 0.0;
  for (const auto& cell : map.cells) {
    CHECK(cell.middle.x >= 14.0);
    CHECK(cell.middle.x <= 46.0);
    CHECK(cell.normal.z == doctest::Approx(1.0));
    const Vec3 a = cell.corners[1] - cell.corners[0], b = cell.corners[3] - cell.corners[0];
    area += glm::length(a) * glm::length(b);
  }
  CHECK(area == doctest::Approx(900.0).epsilon(0.1));
}

TEST_CASE("only cells off by a quarter carry a sign, about one in each square centimetre") {
  const auto thin = make_heat(attempt(support::in_rows(15, 15, {16, 16}, 2.0)), ui::Overlay::DensityMap);
  int signs = 0;
  for (const auto& cell : thin.cells) {
    if (!cell.sign) continue;
    ++signs;
    CHECK(cell.value < -0.3);
  }
  CHECK(signs >= 4);
  CHECK(signs <= 16);
  for (const auto& cell :
       make_heat(attempt(support::in_rows(30, 30, {15.5, 15.5}, 1.0)), ui::Overlay::DensityMap).cells)
    if (std::fabs(cell.value) < 0.3) CHECK_FALSE(cell.sign);
}

TEST_CASE("two dots nearer than even are too close by the logarithm of how much") {
  auto dots = support::in_rows(20, 20, {16, 16}, 1.4);
  dots.push_back(support::dot(400, {16.0 + 1.4 * 10 + 0.19, 16.0 + 1.4 * 10}));
  const auto map = make_heat(attempt(dots), ui::Overlay::SpacingMap);
  REQUIRE(map.dots.size() == 401);
  CHECK(map.dots.back().value ==
        doctest::Approx(2.0).epsilon(0.02));  // 0.76 mm is even, 0.19 a quarter of it
}

TEST_CASE("a map that is none is empty, and every map has a legend of its own") {
  const auto a = attempt(support::in_rows(10, 10, {16, 16}, 1.4));
  CHECK(make_heat(a, ui::Overlay::Template).cells.empty());
  std::vector<std::string> titles;
  for (const auto map :
       {ui::Overlay::DensityMap, ui::Overlay::SpacingMap, ui::Overlay::DepthMap, ui::Overlay::Rows}) {
    CHECK(is_map(map));
    const auto legend = make_heat(a, map).legend;
    CHECK_FALSE(legend.title.empty());
    titles.push_back(legend.title);
  }
  std::sort(titles.begin(), titles.end());
  CHECK(std::unique(titles.begin(), titles.end()) == titles.end());
  for (int i = 0; i < static_cast<int>(ui::Overlay::DensityMap); ++i)
    CHECK_FALSE(is_map(static_cast<ui::Overlay>(i)));
}

TEST_CASE("a map is drawn where its skin is, and what is under the pointer is named") {
  const auto a = attempt(support::in_rows(10, 10, {25, 25}, 1.0));
  const auto map = make_heat(a, ui::Overlay::DepthMap);
  const Lens lens = over(a);
  ui::CanvasInk ink;
  add_heat(map, lens, {}, ink);
  REQUIRE(ink.heat.has_value());
  REQUIRE(ink.heat->dots.size() == map.dots.size());
  CHECK_FALSE(ink.heat->value.has_value());
  const auto first = *lens.project(a.skin.dots[0].at);
  CHECK(std::fabs(ink.heat->dots[0].at.x - first.x) < 0.1F);
  CHECK(std::fabs(ink.heat->dots[0].at.y - first.y) < 0.1F);
  ui::CanvasInk pointed;
  add_heat(map, lens, Vec2{static_cast<double>(first.x) + 2, static_cast<double>(first.y)}, pointed);
  REQUIRE(pointed.heat->value.has_value());
  CHECK(pointed.heat->value->text == map.dots[0].words);
  ui::CanvasInk far;
  add_heat(map, lens, Vec2{5, 5}, far);
  CHECK_FALSE(far.heat->value.has_value());
}

TEST_CASE("an empty field has a density map that is too thin everywhere") {
  const auto map = make_heat(attempt({}), ui::Overlay::DensityMap);
  for (const auto& cell : map.cells) CHECK(cell.value < -0.9);
}
