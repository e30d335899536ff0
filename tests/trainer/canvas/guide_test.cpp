#include "trainer/canvas/guide.h"

#include <doctest/doctest.h>

#include "trainer/app/lesson_files.h"
#include "trainer/assessment/site.h"

using namespace trainer;
using namespace trainer::canvas;

TEST_CASE("the map turns so that the side one stands on is at the bottom") {
  const auto canvas = engine::scalp::make_head_canvas({}).value();
  const CanvasPoint face{0, 100'000}, left{100'000, 0};  // the client's left
  CHECK(on_map(canvas, face, 0.0).y > 0.6F);             // one stands before the face
  CHECK(on_map(canvas, left, 0.0).x > 0.6F);             // and the client's left is at one's right
  CHECK(on_map(canvas, left, engine::core::kPi / 2).y > 0.6F);
  CHECK(on_map(canvas, face, engine::core::kPi).y < 0.4F);
  CHECK(on_map(canvas, {0, 0}, 1.0) == ui::Point{0.5F, 0.5F});
}

TEST_CASE("a pad lies on the map as it lies on the screen") {
  const engine::scalp::Canvas pad(
      engine::scalp::Pad{engine::core::Mm{100}, engine::core::Mm{50}, engine::core::Mm{1.2}});
  CHECK(on_map(pad, {0, 0}, 0.0) == ui::Point{0.0F, 0.75F});
  CHECK(on_map(pad, {100'000, 50'000}, 0.0) == ui::Point{1.0F, 0.25F});
}

TEST_CASE("a lesson says which overlays it allows, and the list says so") {
  const auto package = app::first_lesson().value();
  const auto site = assessment::Site::make(package.lesson).value();
  const Overlays on = first_overlays(package.lesson);
  CHECK(on[index(ui::Overlay::Spacing)]);
  CHECK_FALSE(on[index(ui::Overlay::Template)]);
  CHECK_FALSE(allowed(package.lesson, ui::Overlay::Expert));
  CHECK(allowed(package.lesson, ui::Overlay::PatchGrid));
  const auto list = make_overlay_list(*site, on);
  CHECK(list.rows.size() == ui::kOverlays - 2);  // a pad has neither landmarks nor a face
  CHECK(list.on_besides_template == 1);
}
