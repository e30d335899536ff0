// Where one may stand: square over a place, from afar, over all of it, from every side, and with the loupe.
#include "trainer/canvas/poses.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/trainer/canvas/over_skin.h"

using namespace trainer::canvas;
using namespace trainer::support;

namespace {

// Looked through.
Lens through(const Lens& lens, const Camera& camera) {
  Lens out = lens;
  out.set(camera);
  return out;
}

}  // namespace

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

TEST_CASE("square over a place: straight, at the scale that is asked or the nearest that there is") {
  Eye eye = over(pad(), {30'000, 30'000});
  eye.moves().roll(engine::core::Degrees{40});
  CHECK(square_to(eye.lens(), {10'000, 20'000}, 9.0).roll.value == 0.0);
  CHECK(square_to(eye.lens(), {10'000, 20'000}, 9.0).px_per_mm == doctest::Approx(9.0));
  CHECK(square_to(eye.lens(), {10'000, 20'000}, 1e6).px_per_mm == engine::render::kMaxPxPerMm);
  CHECK(square_to(eye.lens(), {10'000, 20'000}, 1e-6).px_per_mm == engine::render::kMinPxPerMm);
}

TEST_CASE("a pose keeps the mirror and the lamp, and moves nothing by itself") {
  for (const auto* canvas : {&pad(), &head()}) {
    Eye eye = over(*canvas, {20'000, 30'000});
    eye.moves().set_mirror(true);
    eye.moves().turn_light(engine::core::Degrees{30});
    const Camera before = eye.lens().camera();
    for (const Camera& pose :
         {square_to(eye.lens(), {0, 40'000}, 8.0), from_afar(eye.lens(), {0, 40'000}, 8.0), whole(eye.lens()),
          from_side(eye.lens(), 3)})
      CHECK(pose.mirrored);
    CHECK(square_to(eye.lens(), {0, 40'000}, 8.0).light.value == before.light.value);
    CHECK(eye.lens().camera() == before);
  }
}

TEST_CASE("from afar all of a head is seen, never from straight above") {
  for (const CanvasPoint at : {CanvasPoint{0, 0}, CanvasPoint{0, 95'000}, CanvasPoint{70'000, -20'000}}) {
    const Lens lens = over(head(), at).lens();
    const Lens far = through(lens, from_afar(lens, at, 14.0));
    CHECK(std::fabs(far.camera().pitch.value) <= 0.78);
    CHECK(far.camera().px_per_mm < 14.0);
    const auto seen = far.project(at);
    REQUIRE(seen.has_value());
    CHECK(kFree.contains(*seen));
  }
  const Lens flat = over(pad(), {30'000, 30'000}).lens();
  CHECK(from_afar(flat, {20'000, 20'000}, 5.0) == square_to(flat, {20'000, 20'000}, 5.0));
}

TEST_CASE("a head that is wanted smaller than the window has room for is as small as that") {
  const Lens lens = over(head(), {0, 60'000}).lens();
  CHECK(from_afar(lens, {0, 60'000}, 1.2).px_per_mm == doctest::Approx(1.2));
}

TEST_CASE("all of a pad has its corners in the free part, on a finer screen as well") {
  for (const double scale : {1.0, 2.0}) {
    Lens lens = over(pad(), {10'000, 10'000}).lens();
    lens.place(kPicture, kFree, scale);
    const Lens all = through(lens, whole(lens));
    for (const CanvasPoint corner :
         {CanvasPoint{0, 0}, CanvasPoint{60'000, 0}, CanvasPoint{0, 60'000}, CanvasPoint{60'000, 60'000}}) {
      const auto seen = all.project(corner);
      REQUIRE(seen.has_value());
      CHECK(kFree.inset(-1).contains(*seen));
    }
    CHECK(std::fabs(all.project({0, 0})->y - all.project({0, 60'000})->y) == doctest::Approx(kFree.h));
  }
}

TEST_CASE("a pad has one side; of a head a number that is none is the nearest that is") {
  const Lens flat = over(pad(), {30'000, 30'000}).lens();
  CHECK(from_side(flat, 3) == whole(flat));
  const Lens round = over(head(), {0, 0}).lens();
  CHECK(from_side(round, 0) == whole(round));
  CHECK(from_side(round, -7) == from_side(round, 0));
  CHECK(from_side(round, 99) == from_side(round, 5));
  for (int side = 1; side <= 5; ++side) CHECK(from_side(round, side) != from_side(round, side - 1));
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
