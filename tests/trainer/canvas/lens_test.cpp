// What lies under a pixel and where a place is seen, on a pad and on heads; how a pen stands on the skin
// there.
#include "trainer/canvas/lens.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/units.h"
#include "engine/scalp/client.h"
#include "engine/scalp/head_shape.h"
#include "engine/scalp/head_surface.h"
#include "tests/trainer/canvas/over_skin.h"
#include "trainer/assessment/site.h"
#include "trainer/library/open.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;
using namespace trainer::support;

namespace {

Eye over_whole(const engine::scalp::Canvas& canvas) {
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

TEST_CASE("on a pad a pixel that is picked is projected back to itself, at every zoom and roll") {
  for (const double zoom : {2.0, 8.0, 14.0, 40.0})
    for (const double roll : {0.0, 33.0, 180.0, -90.0})
      for (const bool mirror : {false, true}) {
        Eye eye = over(pad(), {30'000, 30'000}, zoom);
        eye.moves().roll(engine::core::Degrees{roll});
        eye.moves().set_mirror(mirror);
        for (const Vec2 px : pixels())
          if (const auto p = eye.lens().pick(px)) {
            const auto back = eye.lens().project(*p);
            REQUIRE(back.has_value());
            CHECK(apart_px(*back, px) < 0.001 * zoom + 0.01);  // places are whole micrometres
          }
      }
}

TEST_CASE("on heads, too, a pixel that is picked is projected back to itself") {
  const auto names = engine::scalp::head_shape_names();
  for (const auto& name : {names.front(), names.back()}) {
    CAPTURE(name);
    engine::scalp::Client client;
    client.head_shape = name;
    const auto canvas = engine::scalp::make_head_canvas(client).value();
    int seen = 0;
    Eye eye(canvas);
    eye.place(kPicture, kFree, 1.0);
    for (const CanvasPoint at :
         {CanvasPoint{0, 60'000}, CanvasPoint{45'000, 0}, CanvasPoint{-30'000, -80'000}}) {
      eye.look_at(at, 14.0, SteadyTime{0});
      eye.jump();
      for (const Vec2 px : pixels()) {
        const auto p = eye.lens().pick(px);
        const auto back = p ? eye.lens().project(*p) : std::nullopt;
        if (!back) continue;
        ++seen;
        CHECK(apart_px(*back, px) < 1.0);
      }
    }
    CHECK(seen > 40);
  }
}

TEST_CASE("a pixel beside the skin picks nothing, and nothing off the canvas is projected") {
  Eye eye = over(pad(), {30'000, 30'000}, 3.0);
  CHECK_FALSE(
      eye.lens().pick({static_cast<double>(kPicture.x), static_cast<double>(kPicture.y)}).has_value());
  CHECK_FALSE(eye.lens().project({-1, 5'000}).has_value());
  CHECK_FALSE(eye.lens().project({61'000, 5'000}).has_value());
  Eye whole = over(head(), {0, 60'000}, 1.0);
  whole.stand(0, SteadyTime{0});
  whole.jump();
  CHECK_FALSE(whole.lens()
                  .pick({static_cast<double>(kPicture.x) + 2, static_cast<double>(kPicture.y) + 2})
                  .has_value());
}

TEST_CASE("on a pad a pen's tilt is the tilt to the skin, turned with the picture") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  Eye eye = over_whole(pad);
  const CanvasPoint at{30'000, 30'000};
  CHECK(eye.lens().tilt_on_skin(at, {0, 0}) == engine::sim::Tilt{0, 0});
  CHECK(eye.lens().tilt_on_skin(at, {30, 20}) ==
        engine::sim::Tilt{300, -200});  // down the screen is away from +v
  eye.moves().roll(engine::core::Degrees{90});
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
  Eye eye = over_whole((*site)->canvas());
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

TEST_CASE("a picture is as large as its rectangle in whole pixels, and never without one") {
  Lens lens(pad());
  CHECK(lens.viewport() == engine::render::Viewport{1, 1});  // before it is placed
  lens.place({10, 20, 640.4F, 479.6F}, {10, 20, 640, 480}, 1.0);
  CHECK(lens.viewport() == engine::render::Viewport{640, 480});
  CHECK(lens.local({10, 20}) == Vec2{0, 0});
  CHECK(lens.local({15, 70}) == Vec2{5, 50});
}

TEST_CASE("on a finer screen a millimetre has more pixels, and no more points") {
  Lens lens = over(pad(), {30'000, 30'000}, 14.0).lens();
  CHECK(lens.points_per_mm() == doctest::Approx(14.0));
  lens.place(kPicture, kFree, 2.0);
  CHECK(lens.points_per_mm() == doctest::Approx(7.0));
  CHECK(lens.px_per_mm_at({30'000, 30'000}) == doctest::Approx(14.0));
}

TEST_CASE("the middle is that of the free part, and what lies there is looked at") {
  const Lens lens = over(head(), {20'000, 40'000}).lens();
  CHECK(lens.middle() == middle());
  const auto at = lens.surface(lens.middle());
  REQUIRE(at.has_value());
  CHECK(glm::length(*at - head().locate({20'000, 40'000})->position) < 0.2);
  CHECK_FALSE(lens.surface({-5'000, -5'000}).has_value());
}

TEST_CASE("a copy of a lens picks what the lens picks, and goes its own way from there") {
  const Lens lens = over(head(), {0, 60'000}).lens();
  Lens copy = lens;
  CHECK(copy.pick(middle()) == lens.pick(middle()));
  Camera turned = copy.camera();
  turned.yaw = engine::core::Radians{turned.yaw.value + 0.3};
  copy.set(turned);
  CHECK(copy.camera() == turned);
  CHECK(copy.pick(middle()) != lens.pick(middle()));
}
