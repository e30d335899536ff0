#include "trainer/canvas/eye.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/units.h"
#include "trainer/assessment/site.h"
#include "trainer/library/open.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;

namespace {

Eye over(const engine::scalp::Canvas& canvas) {
  Eye eye(canvas);
  eye.place({0, 0, 1280, 800}, {0, 0, 1280, 800}, 1.0);
  return eye;
}

double from_upright_deg(engine::sim::Tilt t) {
  const auto tangent = [](int ddeg) {
    return std::tan(engine::core::radians_from_degrees(ddeg / 10.0).value);
  };
  return engine::core::degrees(
      engine::core::Radians{std::atan(std::hypot(tangent(t.x_ddeg), tangent(t.y_ddeg)))});
}

}  // namespace

TEST_CASE("on a pad a pen's tilt is the tilt to the skin, turned with the picture") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  Eye eye = over(pad);
  const CanvasPoint at{30'000, 30'000};
  CHECK(eye.lens().tilt_on_skin(at, {0, 0}) == engine::sim::Tilt{0, 0});
  CHECK(eye.lens().tilt_on_skin(at, {30, 20}) ==
        engine::sim::Tilt{300, -200});  // down the screen is away from +v
  eye.moves().roll(90);
  const auto turned = eye.lens().tilt_on_skin(at, {30, 0});
  CHECK(turned.x_ddeg == 0);
  CHECK(std::abs(turned.y_ddeg) == 300);
  CHECK(eye.lens().tilt_on_skin(at, {500, -500}).x_ddeg <= 890);
  CHECK(eye.lens().tilt_on_skin({-1, -1}, {30, 0}) == engine::sim::Tilt{});  // off the pad
}

TEST_CASE("on a head an upright pen stands square where the eye looks square, and askew beside it") {
  const auto package =
      trainer::library::open_lesson("soft-hairline", trainer::library::lesson_folders("", "/nowhere"));
  REQUIRE(package);
  const auto site = trainer::assessment::Site::make(package->lesson);
  REQUIRE(site);
  Eye eye = over((*site)->canvas());
  const auto& ring = (*site)->targets()[0].zone.outline;
  const auto at = ring[0];
  eye.look_at(at, 14.0, SteadyTime{0});
  eye.jump();
  CHECK(from_upright_deg(eye.lens().tilt_on_skin(at, {0, 0})) < 0.3);
  CHECK(from_upright_deg(eye.lens().tilt_on_skin(at, {25, 0})) == doctest::Approx(25.0).epsilon(0.02));
  CHECK(from_upright_deg(eye.lens().tilt_on_skin(at, {0, -25})) == doctest::Approx(25.0).epsilon(0.02));
  eye.moves().turn({}, engine::core::radians_from_degrees(20));
  CHECK(from_upright_deg(eye.lens().tilt_on_skin(at, {0, 0})) == doctest::Approx(20.0).epsilon(0.05));
}
