#include "trainer/canvas/tape.h"

#include <doctest/doctest.h>

#include "engine/scalp/client.h"
#include "engine/scalp/head_surface.h"

using namespace trainer::canvas;

TEST_CASE("on a pad the tape measures straight lines") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  CHECK(length(pad, along_the_skin(pad, {10'000, 10'000}, {40'000, 50'000})).value == doctest::Approx(50.0));
  CHECK(along_the_skin(pad, {10'000, 10'000}, {-1'000, 0}).empty());
}

TEST_CASE(
    "on a head it follows the skin: a meridian is as long as its chart says, and no way is shorter than the "
    "chord") {
  const auto head = engine::scalp::make_head_canvas({}).value();
  for (const auto& [from, to] : {std::pair{CanvasPoint{0, -60'000}, CanvasPoint{0, 60'000}},
                                 std::pair{CanvasPoint{0, 20'000}, CanvasPoint{0, 100'000}}}) {
    const auto way = along_the_skin(head, from, to);
    const double along = length(head, way).value;
    CHECK(along == doctest::Approx((to.v_um - from.v_um) / 1000.0).epsilon(0.01));
    CHECK(along > engine::scalp::chord(head, from, to).value);
  }
  const CanvasPoint left{50'000, 0}, right{-50'000, 0};
  CHECK(length(head, along_the_skin(head, left, right)).value == doctest::Approx(100.0).epsilon(0.01));
}

TEST_CASE("a third press rolls the tape up") {
  Tape tape;
  tape.press({0, 0});
  CHECK(tape.out());
  tape.press({1'000, 0});
  CHECK(tape.out());
  tape.press({2'000, 0});
  CHECK_FALSE(tape.out());
}
