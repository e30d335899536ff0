#include "trainer/canvas/patches.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include "engine/scalp/head_surface.h"
#include "trainer/app/lesson_files.h"
#include "trainer/assessment/site.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer;

namespace {

runner::Attempt first_attempt() {
  auto package = app::first_lesson();
  REQUIRE(package);
  auto site = assessment::Site::make(package->lesson);
  REQUIRE(site);
  return runner::begin(*site);
}

}  // namespace

TEST_CASE("a zone that fits the view is one patch in its middle") {
  const auto found = canvas::patches(*first_attempt().site, {40.0, 40.0});
  REQUIRE(found.size() == 1);
  CHECK(found[0].centre == engine::scalp::CanvasPoint{100'000, 50'000});
  CHECK(found[0].asked == doctest::Approx(60.75).epsilon(0.02));  // 2.25 cm2 at 27 per cm2
}

TEST_CASE("a larger zone becomes overlapping patches from the top left") {
  const auto found = canvas::patches(*first_attempt().site, {10.0, 20.0});
  REQUIRE(found.size() == 2);
  CHECK(found[0].centre.u_um < found[1].centre.u_um);
  CHECK(found[1].centre.u_um - found[0].centre.u_um < 10'000);
}

TEST_CASE("the patch in view is the nearest, and it is done with nine tenths of its dots") {
  auto attempt = first_attempt();
  const auto found = canvas::patches(*attempt.site, {10.0, 20.0});
  CHECK(canvas::nearest_patch(found, {94'000, 50'000}) == 0);
  CHECK(canvas::nearest_patch(found, {120'000, 10'000}) == 1);
  AttemptTime t;
  for (int i = 0; i < 27; ++i) {
    CHECK_FALSE(canvas::is_done(found[0], attempt));
    const engine::scalp::CanvasPoint at{93'000 + 1'100 * (i % 6), 44'000 + 1'500 * (i / 6)};
    for (const bool contact : {true, false})
      runner::apply(
          attempt,
          engine::sim::Event{engine::sim::NeedleMoved{
              {.t_us = t += Span{150'000}, .at = at, .pressure = {}, .tilt = {}, .contact = contact}}});
  }
  runner::apply(attempt, engine::sim::Event{engine::sim::NeedleMoved{{.t_us = t += Span{150'000},
                                                                      .at = {95'000, 56'000},
                                                                      .pressure = {},
                                                                      .tilt = {},
                                                                      .contact = true}}});
  CHECK(canvas::is_done(found[0], attempt));
  CHECK_FALSE(canvas::is_done(found[1], attempt));
}

TEST_CASE("places of a head have names from the client's side") {
  const auto canvas = engine::scalp::make_head_canvas({}).value();
  const auto& head = *canvas.head();
  CHECK(canvas::place_in_words(head, engine::scalp::canvas_point_from_mm(
                                         head.landmark(engine::scalp::Landmark::Mfp))) == "Front centre");
  CHECK(canvas::place_in_words(head, {60'000, 0}) == "Mid-scalp left");
  CHECK(canvas::place_in_words(head, {-60'000, -100'000}) == "Back right");
}

TEST_CASE("the emptiest spot keeps away from the dots that are there") {
  auto attempt = first_attempt();
  const auto press = [&](AttemptTime t, engine::scalp::CanvasPoint at) {
    for (const bool contact : {true, false})
      runner::apply(attempt,
                    engine::sim::Event{engine::sim::NeedleMoved{{.t_us = t + Span{contact ? 0 : 150'000},
                                                                 .at = at,
                                                                 .pressure = {},
                                                                 .tilt = {},
                                                                 .contact = contact}}});
  };
  press(AttemptTime{1'000'000}, {93'000, 43'000});
  press(AttemptTime{2'000'000}, {107'000, 43'000});
  press(AttemptTime{3'000'000}, {107'000, 57'000});
  const auto spot = canvas::emptiest(attempt);
  REQUIRE(spot);
  CHECK(spot->u_um < 96'000);
  CHECK(spot->v_um > 54'000);
}
