#include "trainer/app/patches.h"

#include <doctest/doctest.h>

#include "trainer/app/lesson_files.h"
#include "trainer/assessment/site.h"

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
  const auto found = app::patches(*first_attempt().site, {40.0, 40.0});
  REQUIRE(found.size() == 1);
  CHECK(found[0] == engine::scalp::CanvasPoint{100'000, 50'000});
}

TEST_CASE("a larger zone becomes overlapping patches from the top left") {
  const auto found = app::patches(*first_attempt().site, {10.0, 20.0});
  REQUIRE(found.size() == 2);
  CHECK(found[0].u_um < found[1].u_um);
  CHECK(found[1].u_um - found[0].u_um < 10'000);
}

TEST_CASE("the emptiest spot keeps away from the dots that are there") {
  auto attempt = first_attempt();
  const auto press = [&](std::int64_t t, engine::scalp::CanvasPoint at) {
    for (const bool contact : {true, false})
      runner::apply(attempt, engine::sim::Event{engine::sim::NeedleMoved{{.t_us = t + (contact ? 0 : 150'000), .at = at, .pressure = {}, .tilt = {}, .contact = contact}}});
  };
  press(1'000'000, {93'000, 43'000});
  press(2'000'000, {107'000, 43'000});
  press(3'000'000, {107'000, 57'000});
  const auto spot = app::emptiest(attempt);
  REQUIRE(spot);
  CHECK(spot->u_um < 96'000);
  CHECK(spot->v_um > 54'000);
}
