#include "engine/render/lights.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

using namespace engine::render;

TEST_CASE("skin square to the camera is never in the dark, from wherever it is seen") {
  const Viewport screen{1280, 800};
  for (int yaw = -180; yaw <= 180; yaw += 15) {
    for (const double zoom : {1.0, 3.0, 8.0, 40.0}) {
      Camera camera = standard_view(StandardView::Front, screen);
      camera.yaw = engine::core::radians_from_degrees(yaw);
      camera.px_per_mm = zoom;
      const Lights lights = lights_for(camera);
      const glm::vec3 facing(camera_axes(camera).back);
      INFO("yaw " << yaw << ", zoom " << zoom);
      CHECK(glm::dot(lights.key.direction, facing) > 0.15F);
      CHECK(glm::length(lights.key.direction) == doctest::Approx(1.0));
      CHECK(lights.key_shadow >= 0.0F);
      CHECK(lights.key_shadow <= 1.0F);
    }
  }
}

TEST_CASE("the lamp over a pad stays at the upper left of the picture when the pad turns") {
  Camera camera = fit_pad({60.0, 60.0}, {800, 800});
  for (int roll = -180; roll < 180; roll += 30) {
    camera.roll = engine::core::radians_from_degrees(roll);
    const CameraAxes axes = camera_axes(camera);
    const Vec3 key(lights_for(camera).key.direction);
    CHECK(glm::dot(key, axes.right) < -0.2);
    CHECK(glm::dot(key, axes.up) > 0.2);
  }
}

TEST_CASE("the lamp can be turned round the line of sight, and comes back after a full turn") {
  Camera head{.kind = CameraKind::Head};
  const auto before = lights_for(head).key.direction;
  const glm::vec3 back(camera_axes(head).back);
  head.light = engine::core::Radians{engine::core::kPi / 2};
  const auto turned = lights_for(head).key.direction;
  CHECK(glm::dot(turned, back) == doctest::Approx(glm::dot(before, back)));
  CHECK(glm::length(turned - before) > 0.3F);
  head.light = engine::core::Radians{2 * engine::core::kPi};
  CHECK(glm::length(lights_for(head).key.direction - before) < 1e-4F);
}
