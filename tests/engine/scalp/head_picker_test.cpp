#include "engine/scalp/head_picker.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace engine::scalp;

namespace {

const HeadSurface& head() {
  static const HeadSurface surface(*head_shape("male_average"));
  return surface;
}

}  // namespace

TEST_CASE("a ray picks the address it points at, within 2 um") {
  const HeadPicker picker(head());
  int tried = 0;
  for (int u = -90'000; u <= 90'000; u += 18'000)
    for (int v = -90'000; v <= 70'000; v += 16'000) {
      const CanvasPoint address{u + 37, v - 11};
      const auto place = head().locate(address);
      // beneath an ear
      if (!place || head().implicit().distance(place->position, Ears::With).value < -0.05) continue;
      const auto picked = picker.pick(place->position + place->normal * 300.0, -place->normal);
      REQUIRE(picked.has_value());
      CHECK(std::abs(picked->u_um - address.u_um) <= 2);
      CHECK(std::abs(picked->v_um - address.v_um) <= 2);
      ++tried;
    }
  CHECK(tried > 80);
}

TEST_CASE("a slanting ray meets the skin, not the mesh") {
  const HeadPicker picker(head());
  for (int i = 0; i < 200; ++i) {
    const Vec3 from{400.0 * std::sin(0.1 * i), 150.0 + i, 400.0 * std::cos(0.1 * i)};
    const Vec3 direction =
        glm::normalize(Vec3{10.0 * std::cos(0.7 * i), 90.0, 10.0 * std::sin(0.3 * i)} - from);
    const auto at = picker.hit(from, direction);
    REQUIRE(at.has_value());
    CHECK(std::fabs(head().implicit().distance(*at, Ears::With).value) < 1e-4);
  }
}

TEST_CASE("beside the head, on the face and on an ear there is no address") {
  const HeadPicker picker(head());
  CHECK_FALSE(picker.pick({0, 0, 500}, {0, 1, 0}).has_value());
  CHECK_FALSE(picker.pick({0, -20, 500}, {0, 0, -1}).has_value());  // the nose
  CHECK_FALSE(picker.pick({500, 5, -16}, {-1, 0, 0}).has_value());  // an ear
  CHECK(picker.hit({500, 5, -16}, {-1, 0, 0}).has_value());
}
