// Measured as a photographer would: from pixels, against a grey card under the same light.
#include <array>
#include <cmath>

#include "engine/render/renderer.h"
#include "engine/render/skin_look.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

glm::dvec3 mean_light(Renderer& renderer, const SkinLook& look, const Camera& camera) {
  renderer.set_skin(look);
  renderer.draw(camera, {400, 400});
  const Image image = renderer.read_pixels();
  glm::dvec3 sum(0.0);
  int count = 0;
  for (int y = 150; y < 250; ++y)
    for (int x = 150; x < 250; ++x, ++count) {
      const std::uint8_t* p =
          &image.rgba[4 * (static_cast<std::size_t>(y) * 400 + static_cast<std::size_t>(x))];
      sum += glm::dvec3(test::light_of(p[0]), test::light_of(p[1]), test::light_of(p[2]));
    }
  return sum / static_cast<double>(count);
}

}  // namespace

TEST_CASE("the skin on the screen has the typology angle of its type") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  renderer.set_canvas(scalp::Canvas{scalp::Pad{}});
  const Camera camera{.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = 10.0};
  const glm::dvec3 grey =
      mean_light(renderer, {.clay = true}, camera) / static_cast<double>(kClayReflectance);
  constexpr std::array<std::array<double, 2>, 6> kClass{
      {{55.0, 90.0}, {41.0, 55.0}, {28.0, 41.0}, {10.0, 28.0}, {-30.0, 10.0}, {-90.0, -30.0}}};
  for (int type = 1; type <= 6; ++type) {
    const double seen =
        individual_typology_angle(glm::vec3(mean_light(renderer, {.skin_type = type}, camera) / grey));
    const double meant = individual_typology_angle(skin_albedo({.skin_type = type}));
    MESSAGE("type " << type << ": " << seen << " degrees on the screen, " << meant << " meant");
    CHECK(seen >= kClass[static_cast<std::size_t>(type - 1)][0]);
    CHECK(seen <= kClass[static_cast<std::size_t>(type - 1)][1]);
  }
}
