#include "trainer/canvas/flash.h"

#include <doctest/doctest.h>

#include "tests/trainer/canvas/over_skin.h"

using engine::core::SteadyTime;

using namespace trainer;
using namespace trainer::canvas;
using namespace trainer::support;

TEST_CASE("a flash lasts 1.2 seconds from when it was shown, and another begins anew") {
  Flash flash;
  CHECK_FALSE(flash.on());
  flash.show({30'000, 30'000}, SteadyTime{1'000'000});
  flash.tick(SteadyTime{2'200'000});
  CHECK(flash.on());
  flash.tick(SteadyTime{2'200'001});
  CHECK_FALSE(flash.on());
  flash.show({30'000, 30'000}, SteadyTime{3'000'000});
  flash.show({20'000, 30'000}, SteadyTime{4'000'000});
  flash.tick(SteadyTime{5'000'000});
  CHECK(flash.on());
}

TEST_CASE("it is a ring round its place, where that can be seen") {
  const ui::Ui ui;
  const Lens lens = over(pad(), {30'000, 30'000}).lens();
  Flash flash;
  ui::CanvasInk none;
  flash.add_to(none, lens, ui);
  CHECK(none.marks.empty());
  flash.show({30'000, 30'000}, SteadyTime{0});
  ui::CanvasInk ink;
  flash.add_to(ink, lens, ui);
  REQUIRE(ink.marks.size() == 1);
  CHECK(apart_px(ink.marks[0].at, middle()) < 0.1);
  flash.show({-5'000, 30'000}, SteadyTime{0});  // off the pad
  ui::CanvasInk off;
  flash.add_to(off, lens, ui);
  CHECK(off.marks.empty());
}

TEST_CASE("behind a head it is not seen") {
  const ui::Ui ui;
  Eye eye = over(head(), {0, 90'000});
  eye.stand(4, {});
  eye.jump();
  Flash flash;
  flash.show({0, 100'000}, SteadyTime{0});
  ui::CanvasInk ink;
  flash.add_to(ink, eye.lens(), ui);
  CHECK(ink.marks.empty());
  CHECK(flash.on());
}
