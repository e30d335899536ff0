// How the hand moves the eye, on a pad and on heads: what stays where, what ends where, and what is refused.
#include "trainer/canvas/eye_moves.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/scalp/head_surface.h"
#include "tests/trainer/canvas/over_skin.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;
using namespace trainer::support;
using engine::platform::Button;

TEST_CASE("a zoom keeps what lies under the pointer under it") {
  for (const auto* canvas : {&pad(), &head()}) {
    const CanvasPoint at = canvas == &pad() ? CanvasPoint{30'000, 30'000} : CanvasPoint{0, 40'000};
    for (const double factor : {1.1, 0.8, 1.9}) {
      Eye eye = over(*canvas, at);
      const Vec2 px{middle().x + 90, middle().y - 70};
      const auto before = eye.lens().pick(px);
      REQUIRE(before.has_value());
      eye.moves().zoom(px, factor);
      const auto after = eye.lens().project(*before);
      REQUIRE(after.has_value());
      CHECK(apart_px(*after, px) < 2.0);
      CHECK(eye.lens().points_per_mm() == doctest::Approx(14.0 * factor));
    }
  }
}

TEST_CASE("a zoom in and out by the same comes back") {
  Eye eye = over(pad(), {30'000, 30'000});
  const auto before = eye.lens().camera();
  const Vec2 px{middle().x - 120, middle().y + 60};
  eye.moves().zoom(px, 1.7);
  eye.moves().zoom(px, 1 / 1.7);
  CHECK(eye.lens().camera().px_per_mm == doctest::Approx(before.px_per_mm));
  CHECK(eye.lens().camera().target.x == doctest::Approx(before.target.x));
  CHECK(eye.lens().camera().target.y == doctest::Approx(before.target.y));
}

TEST_CASE("no zoom leaves the limits, and none leaves the numbers") {
  for (const auto* canvas : {&pad(), &head()}) {
    Eye eye = over(*canvas, {0, 30'000});
    for (int i = 0; i < 60; ++i) eye.moves().zoom(middle(), 1.3);
    CHECK(eye.lens().camera().px_per_mm <= engine::render::kMaxPxPerMm);
    CHECK(eye.lens().camera().px_per_mm > 0.9 * engine::render::kMaxPxPerMm);
    for (int i = 0; i < 90; ++i) eye.moves().zoom(middle(), 0.7);
    CHECK(eye.lens().camera().px_per_mm >= engine::render::kMinPxPerMm);
    CHECK(std::isfinite(eye.lens().camera().target.x));
  }
}

TEST_CASE("a middle drag takes the skin along: what was under the hand is under it at the end") {
  for (const double roll : {0.0, 40.0}) {
    Eye eye = over(pad(), {30'000, 30'000});
    eye.moves().roll(engine::core::Degrees{roll});
    const Vec2 from = middle(), to{middle().x + 130, middle().y - 45};
    const auto held = eye.lens().pick(from);
    eye.moves().drag(from, to, Button::Middle, false);
    CHECK(apart_px(*eye.lens().project(*held), to) < 0.1);
  }
}

TEST_CASE("dragged there and back nothing has moved") {
  for (const Button button : {Button::Middle, Button::Right})
    for (const bool roll : {false, true}) {
      Eye eye = over(pad(), {30'000, 30'000});
      const auto before = eye.lens().camera();
      eye.moves().drag({300, 300}, {420, 260}, button, roll);
      eye.moves().drag({420, 260}, {300, 300}, button, roll);
      CHECK(eye.lens().camera().target.x == doctest::Approx(before.target.x));
      CHECK(eye.lens().camera().target.y == doctest::Approx(before.target.y));
      CHECK(eye.lens().camera().roll.value == doctest::Approx(before.roll.value));
    }
}

TEST_CASE("a right drag turns a head to the side that the hand goes, in the mirror to the other") {
  for (const bool mirror : {false, true}) {
    Eye eye = over(head(), {0, 60'000}, 2.5);
    eye.moves().set_mirror(mirror);
    const double before = eye.lens().camera().yaw.value;
    eye.moves().drag({500, 400}, {560, 400}, Button::Right, false);
    CHECK((eye.lens().camera().yaw.value < before) == !mirror);
    CHECK(eye.lens().camera().yaw.value != before);
  }
}

TEST_CASE("near the skin the same drag turns a head less") {
  double before = 1e9;
  for (const double zoom : {2.5, 6.0, 14.0}) {
    Eye eye = over(head(), {0, 60'000}, zoom);
    const double yaw = eye.lens().camera().yaw.value;
    eye.moves().drag({500, 400}, {560, 400}, Button::Right, false);
    const double turned = std::fabs(eye.lens().camera().yaw.value - yaw);
    CHECK(turned < before);
    before = turned;
  }
}

TEST_CASE("no turn takes the eye into the head") {
  Eye eye = over(head(), {0, 60'000}, 14.0);
  for (std::uint64_t i = 0; i < 60; ++i) {
    eye.moves().turn(engine::core::radians_from_degrees(60 * engine::core::draw_unit(3, "yaw", i) - 30),
                     engine::core::radians_from_degrees(40 * engine::core::draw_unit(3, "pitch", i) - 20));
    const Vec3 at = engine::render::eye_position(eye.lens().camera(), eye.lens().viewport());
    CHECK(head().head()->implicit().distance(at, engine::scalp::Ears::With).value > 0.0);
  }
}

TEST_CASE("a full turn of the picture or of the lamp is none") {
  Eye eye = over(pad(), {30'000, 30'000});
  const auto before = *eye.lens().project({35'000, 33'000});
  for (int i = 0; i < 12; ++i) eye.moves().roll(engine::core::Degrees{30});
  CHECK(apart_px(*eye.lens().project({35'000, 33'000}),
                 {static_cast<double>(before.x), static_cast<double>(before.y)}) < 0.01);
  const double light = eye.lens().camera().light.value;
  for (int i = 0; i < 24; ++i) eye.moves().turn_light(engine::core::Degrees{15});
  CHECK(eye.lens().camera().light.value == doctest::Approx(light));
  for (int i = 0; i < 100; ++i) {
    eye.moves().turn_light(engine::core::Degrees{37});
    CHECK(std::fabs(eye.lens().camera().light.value) <= engine::core::kPi + 1e-9);
  }
}

TEST_CASE("the mirror swaps left and right of the picture and leaves up and down") {
  Eye eye = over(pad(), {30'000, 30'000});
  const auto straight = *eye.lens().project({34'000, 36'000});
  eye.moves().set_mirror(true);
  const auto mirrored = *eye.lens().project({34'000, 36'000});
  CHECK(mirrored.y == doctest::Approx(straight.y));
  CHECK(mirrored.x != doctest::Approx(straight.x));
  eye.moves().set_mirror(false);
  CHECK(eye.lens().project({34'000, 36'000})->x == doctest::Approx(straight.x));
}

TEST_CASE("whatever a hand does ends a flight") {
  const auto flying = [](auto act) {
    Eye eye = over(pad(), {15'000, 15'000});
    eye.look_at({45'000, 45'000}, 14, SteadyTime{0});
    eye.fly(SteadyTime{100'000});
    act(eye);
    return eye.flying();
  };
  CHECK_FALSE(flying([](Eye& eye) { eye.moves().zoom(middle(), 1.2); }));
  CHECK_FALSE(flying([](Eye& eye) { eye.moves().drag({1, 1}, {5, 5}, Button::Middle, false); }));
  CHECK_FALSE(flying([](Eye& eye) { eye.jump(); }));
}

TEST_CASE("square to the skin means square: the line of sight is the normal there") {
  Eye eye = over(head(), {30'000, 60'000});
  eye.moves().turn(engine::core::radians_from_degrees(25), engine::core::radians_from_degrees(15));
  eye.moves().square();
  const auto at = eye.lens().pick(middle());
  REQUIRE(at.has_value());
  const auto where = head().locate(*at);
  const auto axes = engine::render::camera_axes(eye.lens().camera());
  CHECK(glm::dot(axes.back, where->normal) > 0.999);
  CHECK(eye.lens().points_per_mm() == doctest::Approx(14.0));
}

TEST_CASE("a pad does not turn: it moves, eight points for every degree") {
  Eye eye = over(pad(), {30'000, 30'000});
  const auto before = *eye.lens().project({30'000, 30'000});
  eye.moves().turn(engine::core::radians_from_degrees(5), {});
  const auto after = *eye.lens().project({30'000, 30'000});
  CHECK(std::fabs(after.x - before.x) == doctest::Approx(40.0F).epsilon(0.001));
  CHECK(after.y == doctest::Approx(before.y));
  CHECK(eye.lens().camera().yaw.value == 0.0);
}

TEST_CASE("a nudge is so many points, whatever the screen's scale") {
  for (const double scale : {1.0, 2.0}) {
    Eye eye = over(pad(), {30'000, 30'000});
    eye.place(kPicture, kFree, scale);
    const auto before = *eye.lens().project({30'000, 30'000});
    eye.moves().nudge({10, -20});
    const auto after = *eye.lens().project({30'000, 30'000});
    CHECK(static_cast<double>(after.x - before.x) == doctest::Approx(10 * scale).epsilon(0.001));
    CHECK(static_cast<double>(after.y - before.y) == doctest::Approx(-20 * scale).epsilon(0.001));
  }
}
