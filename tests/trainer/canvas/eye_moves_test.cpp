// How the hand moves the eye, on a pad and on heads: what stays where, what ends where, and what is refused.
#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/scalp/client.h"
#include "engine/scalp/head_shape.h"
#include "engine/scalp/head_surface.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/poses.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;
using engine::platform::Button;
using trainer::ui::Rect;

namespace {

constexpr Rect kPicture{100, 60, 1180, 740}, kFree{180, 80, 760, 600};

const engine::scalp::Canvas& pad() {
  static const engine::scalp::Canvas canvas{engine::scalp::Pad{}};
  return canvas;
}
const engine::scalp::Canvas& head() {
  static const auto canvas = engine::scalp::make_head_canvas({}).value();
  return canvas;
}
// A head's mesh for picking takes a second; copies of an eye share it.
const Eye& fresh(const engine::scalp::Canvas& canvas) {
  static const Eye on_pad(pad()), on_head(head());
  return &canvas == &pad() ? on_pad : on_head;
}
Eye over(const engine::scalp::Canvas& canvas, CanvasPoint at, double points_per_mm = 14.0) {
  Eye eye = fresh(canvas);
  eye.place(kPicture, kFree, 1.0);
  eye.look_at(at, points_per_mm, SteadyTime{0});
  eye.jump();
  return eye;
}
double apart_px(trainer::ui::Point a, Vec2 b) {
  return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
}
Vec2 middle() {
  return {static_cast<double>(kFree.centre().x), static_cast<double>(kFree.centre().y)};
}
// Pixels all over the free part.
std::vector<Vec2> pixels() {
  std::vector<Vec2> all;
  for (double x = 0.1; x < 1.0; x += 0.2)
    for (double y = 0.1; y < 1.0; y += 0.2)
      all.push_back({static_cast<double>(kFree.x) + x * static_cast<double>(kFree.w),
                     static_cast<double>(kFree.y) + y * static_cast<double>(kFree.h)});
  return all;
}

}  // namespace

TEST_CASE("on a pad a pixel that is picked is projected back to itself, at every zoom and roll") {
  for (const double zoom : {2.0, 8.0, 14.0, 40.0})
    for (const double roll : {0.0, 33.0, 180.0, -90.0})
      for (const bool mirror : {false, true}) {
        Eye eye = over(pad(), {30'000, 30'000}, zoom);
        eye.moves().roll(roll);
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

TEST_CASE("a place that is looked at stands in the middle of the free part, on pad and head") {
  for (const CanvasPoint at :
       {CanvasPoint{0, 90'000}, CanvasPoint{60'000, 10'000}, CanvasPoint{0, -70'000}}) {
    const Eye eye = over(head(), at);
    const auto px = eye.lens().project(at);
    REQUIRE(px.has_value());
    CHECK(apart_px(*px, middle()) < 1.0);
    CHECK(eye.lens().points_per_mm() == doctest::Approx(14.0));
    CHECK(eye.lens().px_per_mm_at(at) == doctest::Approx(14.0).epsilon(0.02));
  }
  CHECK(apart_px(*over(pad(), {12'000, 48'000}).lens().project({12'000, 48'000}), middle()) < 0.01);
}

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
    eye.moves().roll(roll);
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
    CHECK(head().head()->implicit().distance(at, engine::scalp::Ears::With) > 0.0);
  }
}

TEST_CASE("a full turn of the picture or of the lamp is none") {
  Eye eye = over(pad(), {30'000, 30'000});
  const auto before = *eye.lens().project({35'000, 33'000});
  for (int i = 0; i < 12; ++i) eye.moves().roll(30);
  CHECK(apart_px(*eye.lens().project({35'000, 33'000}),
                 {static_cast<double>(before.x), static_cast<double>(before.y)}) < 0.01);
  const double light = eye.lens().camera().light.value;
  for (int i = 0; i < 24; ++i) eye.moves().turn_light(15);
  CHECK(eye.lens().camera().light.value == doctest::Approx(light));
  for (int i = 0; i < 100; ++i) {
    eye.moves().turn_light(37);
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

TEST_CASE("a flight begins where it was, ends at its goal, and comes nearer all the while") {
  for (const auto* canvas : {&pad(), &head()}) {
    const CanvasPoint from = canvas == &pad() ? CanvasPoint{15'000, 15'000} : CanvasPoint{0, 60'000};
    const CanvasPoint to = canvas == &pad() ? CanvasPoint{45'000, 40'000} : CanvasPoint{40'000, 0};
    Eye eye = over(*canvas, from);
    const Vec3 goal = square_to(eye.lens(), to, 20.0).target;
    eye.look_at(to, 20.0, SteadyTime{1'000'000});
    double before = 1e9;
    for (std::int64_t t = 1'000'000; t < 1'400'000; t += 25'000) {
      CHECK(eye.fly(SteadyTime{t}));
      const double left = glm::length(goal - eye.lens().camera().target);
      CHECK(left <= before + 1e-9);
      before = left;
    }
    CHECK(eye.fly(SteadyTime{1'400'000}));
    CHECK_FALSE(eye.flying());
    CHECK_FALSE(eye.fly(SteadyTime{1'500'000}));
    CHECK(glm::length(goal - eye.lens().camera().target) < 1e-9);
    CHECK(eye.lens().points_per_mm() == doctest::Approx(20.0));
  }
}

TEST_CASE("a clock that goes backwards does not throw a flight beyond its beginning") {
  Eye eye = over(pad(), {15'000, 15'000});
  const Vec3 start = eye.lens().camera().target;
  eye.look_at({45'000, 45'000}, 14, SteadyTime{1'000'000});
  eye.fly(SteadyTime{500'000});
  CHECK(glm::length(eye.lens().camera().target - start) < 1e-9);
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

TEST_CASE("a part of a pad that is fitted lies within the free part and fills it one way") {
  for (const auto& [low, high] : {std::pair{CanvasPoint{0, 0}, CanvasPoint{60'000, 60'000}},
                                  std::pair{CanvasPoint{10'000, 20'000}, CanvasPoint{50'000, 25'000}},
                                  std::pair{CanvasPoint{30'000, 5'000}, CanvasPoint{35'000, 55'000}}}) {
    Eye eye = over(pad(), {0, 0});
    eye.fit(low, high, SteadyTime{0});
    eye.jump();
    const auto a = *eye.lens().project(low), b = *eye.lens().project(high);
    CHECK(std::min(a.x, b.x) >= kFree.x - 1);
    CHECK(std::max(a.x, b.x) <= kFree.right() + 1);
    CHECK(std::min(a.y, b.y) >= kFree.y - 1);
    CHECK(std::max(a.y, b.y) <= kFree.bottom() + 1);
    const float wide = std::fabs(a.x - b.x), high_px = std::fabs(a.y - b.y);
    CHECK((wide > kFree.w - 3 || high_px > kFree.h - 3));
  }
}

TEST_CASE("V shows the whole, and V again the same place as before") {
  for (const auto* canvas : {&pad(), &head()}) {
    const CanvasPoint at = canvas == &pad() ? CanvasPoint{20'000, 45'000} : CanvasPoint{30'000, 30'000};
    Eye eye = over(*canvas, at);
    const std::string before = eye.words();
    eye.whole_or_back(SteadyTime{0});
    eye.jump();
    CHECK(eye.lens().points_per_mm() < 13.0);
    eye.whole_or_back(SteadyTime{1'000'000});
    eye.jump();
    CHECK(eye.words() == before);
  }
}

TEST_CASE("after another flight V shows the whole again instead of a place long left") {
  Eye eye = over(pad(), {20'000, 45'000});
  eye.whole_or_back(SteadyTime{0});
  eye.jump();
  const std::string all = eye.words();
  eye.look_at({30'000, 30'000}, 20, SteadyTime{0});
  eye.jump();
  eye.whole_or_back(SteadyTime{0});
  eye.jump();
  CHECK(eye.words() == all);
}

TEST_CASE("the five sides of a head are five, and each shows its own") {
  Eye eye = over(head(), {0, 0});
  std::vector<std::string> sides;
  for (int view = 0; view < 5; ++view) {
    eye.stand(view, SteadyTime{0});
    eye.jump();
    sides.push_back(eye.words());
  }
  std::sort(sides.begin(), sides.end());
  CHECK(std::unique(sides.begin(), sides.end()) == sides.end());
  eye.stand(4, SteadyTime{0});
  eye.jump();
  CHECK_FALSE(eye.lens().project({0, 100'000}).has_value());  // the face, from behind
  eye.stand(0, SteadyTime{0});
  eye.jump();
  CHECK(eye.lens().project({0, 100'000}).has_value());
}

TEST_CASE("where one looks can be written down and taken up again, at another scale too") {
  for (const auto* canvas : {&pad(), &head()}) {
    Eye eye = over(*canvas, {20'000, 30'000}, 11.0);
    eye.moves().roll(12);
    const std::string words = eye.words();
    Eye other = fresh(*canvas);
    other.place(kPicture, kFree, 2.0);
    REQUIRE(other.recall(words));
    CHECK(other.words() == words);
    CHECK(other.lens().points_per_mm() == doctest::Approx(11.0));
  }
}

TEST_CASE("words that name no place are refused and change nothing") {
  Eye eye = over(pad(), {20'000, 30'000});
  const std::string before = eye.words();
  for (const char* words : {"", "1 2 3", "a b c d e f g", "1 2 3 nan 0 0 0", "1 2 3 -4 0 0 0",
                            "1 2 3 0 0 0 0", "1 2 3 1000 0 0 0", "5000 0 0 14 0 0 0", "0 0 0 14 1e30 0 0"}) {
    CAPTURE(words);
    CHECK_FALSE(eye.recall(words));
    CHECK(eye.words() == before);
  }
}

TEST_CASE("the loupe looks at what lies under the pointer, so many times nearer, and not beside the skin") {
  const Eye eye = over(pad(), {30'000, 30'000});
  const Vec2 px{middle().x + 40, middle().y + 30};
  const auto near = magnified(eye.lens(), px, 3.0);
  REQUIRE(near.has_value());
  CHECK(near->px_per_mm == doctest::Approx(42.0));
  const Vec2 mm = engine::scalp::mm_from_canvas_point(*eye.lens().pick(px));
  CHECK(near->target.x == doctest::Approx(mm.x));
  CHECK(near->target.y == doctest::Approx(mm.y));
  CHECK(magnified(eye.lens(), px, 100.0)->px_per_mm <= engine::render::kMaxPxPerMm);
  CHECK_FALSE(magnified(over(pad(), {0, 0}).lens(),
                        {static_cast<double>(kFree.x) + 1, static_cast<double>(kFree.bottom()) - 1}, 3.0));
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
