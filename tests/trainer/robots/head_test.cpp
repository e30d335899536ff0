#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "lessons.h"
#include "trainer/robots/even_points.h"
#include "trainer/robots/ground.h"
#include "trainer/robots/robot.h"

using namespace trainer::robots;
using engine::scalp::Canvas;

namespace {

// About 3 x 3 cm on the front of an average head, by chart addresses.
trainer::lessons::Lesson patch_on_a_head() {
  auto lesson = robots_test::even_field(80.0);
  // bald there, so that all asked for is dots
  lesson.canvas = engine::scalp::Client{.loss_class = "norwood_7"};
  lesson.zones = {robots_test::rectangle("patch", {-15, 45}, {15, 75})};
  lesson.targets[0].zone = "patch";
  return lesson;
}

Canvas head() {
  return engine::scalp::make_head_canvas(engine::scalp::Client{.loss_class = "norwood_7"}).value();
}

}  // namespace

TEST_CASE("on a head every laid-out place has its address") {
  const Canvas canvas = head();
  const auto ground = Ground::make(patch_on_a_head(), canvas, 0).value();
  for (const Cell& cell : ground.cells(engine::core::Mm{3.0}, engine::core::Mm{0.0})) {
    const auto at = ground.address(cell.centre);
    REQUIRE(at.has_value());
    CHECK(glm::length(*ground.flatten(*at) - cell.centre) < 0.003);
  }
}

TEST_CASE("on a head the expert keeps density and distance as measured on the skin") {
  const auto lesson = patch_on_a_head();
  const Canvas canvas = head();
  const auto ground = Ground::make(lesson, canvas, 0).value();
  const auto points = expert_points(lesson, canvas, 0, 1);
  CHECK(static_cast<double>(points.size()) == doctest::Approx(0.8 * ground.region().area()).epsilon(0.03));
  double closest = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      closest = std::min(closest, engine::scalp::chord(canvas, points[i], points[j]).value);
  CHECK(closest >= 0.6 * 10.0 / std::sqrt(80.0));
}
