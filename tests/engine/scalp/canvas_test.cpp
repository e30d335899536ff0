#include "engine/scalp/canvas.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/scalp/work_plane.h"

using namespace engine::scalp;
using engine::core::Mm;

TEST_CASE("addresses are rounded half away from zero to a micrometre") {
  CHECK(canvas_point_from_mm({1.0005, -1.0005}) == CanvasPoint{1001, -1001});
  CHECK(canvas_point_from_mm({0.0004, -0.0004}) == CanvasPoint{0, 0});
}

TEST_CASE("a pad is flat, closed, and ends at its border") {
  const Canvas pad{Pad{Mm{60}, Mm{40}, Mm{1.18}}};
  CHECK(pad.locate({0, 0}).has_value());
  CHECK(pad.locate({60'000, 40'000}).has_value());
  CHECK_FALSE(pad.locate({60'001, 0}).has_value());
  CHECK_FALSE(pad.locate({0, -1}).has_value());
  CHECK(chord(pad, {0, 0}, {3'000, 4'000}).value == 5.0);
  CHECK(std::isinf(chord(pad, {0, 0}, {-3'000, 4'000}).value));
  const auto plane = WorkPlane::around(pad, {30'000, 20'000});
  CHECK(plane.flatten({12'345, 6'789})->x == 12.345);
}
