#include "trainer/canvas/overlay.h"
#include "trainer/canvas/eye.h"

#include <doctest/doctest.h>

#include "trainer/app/lesson_files.h"
#include "trainer/canvas/eye.h"

using namespace trainer;
using namespace trainer::canvas;

TEST_CASE("the needle carries spacing rings and a press ring, but not while it is dry") {
  const auto package = app::first_lesson();
  REQUIRE(package);
  auto attempt = runner::begin(assessment::Site::make(package->lesson).value());
  Eye eye(attempt.site->canvas());
  eye.place({0, 0, 1280, 800}, {0, 0, 1280, 800}, 1.0);
  const auto over = eye.lens().project(attempt.site->targets()[0].zone.outline[0]);
  REQUIRE(over);
  const Tip tip{.px = {over->x, over->y},
                .contact = true,
                .pressing = ui::Pressing{},
                .pressed = engine::core::Span{150'000}};
  const auto needle = [&] {
    ui::CanvasInk ink;
    add_needle(attempt, eye.lens(), tip, false, true, ink);
    return ink.needle.value();
  };
  CHECK(needle().near_px > 0.0F);
  CHECK(needle().next_px > needle().near_px);
  CHECK(needle().press_share > 0.0F);
  attempt.skin.machine.dry = true;
  CHECK(needle().near_px == 0.0F);
  CHECK(needle().next_px == 0.0F);
  CHECK(needle().press_share == ui::NeedleInk{}.press_share);
}
