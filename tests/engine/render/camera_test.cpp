#include "engine/render/camera.h"

#include <doctest/doctest.h>

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <vector>

using namespace engine::render;
using engine::core::degrees;
using engine::core::radians_from_degrees;

namespace {

constexpr Viewport kScreen{1280, 800};

double distance(Vec2 a, Vec2 b) {
  return glm::length(a - b);
}

std::vector<Camera> cameras() {
  std::vector<Camera> out{fit_pad({60.0, 40.0}, kScreen)};
  for (const auto view : {StandardView::Front, StandardView::Left, StandardView::Right, StandardView::Top,
                          StandardView::Back, StandardView::ThreeQuarter}) {
    out.push_back(standard_view(view, kScreen));
  }
  const std::size_t plain = out.size();
  for (std::size_t k = 0; k < plain; ++k) {
    Camera turned = out[k];
    turned.roll = radians_from_degrees(33.0);
    out.push_back(turned);
    turned.mirrored = true;
    out.push_back(turned);
  }
  return out;
}

// Where the matrices put a point, in pixels.
Vec2 by_matrices(const Camera& camera, Vec3 p) {
  const glm::dvec4 clip =
      projection_matrix(camera, kScreen) * view_matrix(camera, kScreen) * glm::dvec4(p, 1.0);
  return {(clip.x / clip.w * 0.5 + 0.5) * kScreen.width, (0.5 - clip.y / clip.w * 0.5) * kScreen.height};
}

}  // namespace

TEST_CASE("project, the matrices and the ray through a pixel agree for every kind of camera") {
  for (const Camera& camera : cameras()) {
    for (const Vec3 p : {Vec3(0.0), Vec3(40.0, 20.0, 0.0), Vec3(-30.0, 60.0, 70.0)}) {
      const auto px = project(camera, kScreen, p);
      REQUIRE(px.has_value());
      CHECK(distance(*px, by_matrices(camera, p)) < 1e-6);
      const Ray ray = pixel_ray(camera, kScreen, *px);
      CHECK(glm::length(ray.direction) == doctest::Approx(1.0));
      CHECK(glm::length(glm::cross(p - ray.origin, ray.direction)) < 1e-6);
    }
  }
}

TEST_CASE("pixels per millimetre are those measured on the screen") {
  for (const Camera& camera : cameras()) {
    const Vec3 p(10.0, 25.0, -8.0);
    const Vec3 beside = p + camera_axes(camera).right * 0.01;
    const double measured = distance(*project(camera, kScreen, p), *project(camera, kScreen, beside)) / 0.01;
    CHECK(px_per_mm_at(camera, kScreen, p) == doctest::Approx(measured).epsilon(1e-6));
    CHECK(px_per_mm_at(camera, kScreen, camera.target) == doctest::Approx(camera.px_per_mm));
  }
}

TEST_CASE("a pixel over the pad gives pad millimetres, x right and y up") {
  const Camera camera = fit_pad({60.0, 40.0}, kScreen);
  CHECK(distance(pixel_to_pad(camera, kScreen, {640.0, 400.0}), {30.0, 20.0}) < 1e-9);
  const Vec2 upper_right = pixel_to_pad(camera, kScreen, {641.0, 399.0});
  CHECK(upper_right.x > 30.0);
  CHECK(upper_right.y > 20.0);
  Camera mirror = camera;
  mirror.mirrored = true;
  CHECK(pixel_to_pad(mirror, kScreen, {641.0, 400.0}).x < 30.0);
}

TEST_CASE("the whole pad fits with its margin") {
  const Camera camera = fit_pad({60.0, 40.0}, kScreen, 24.0);
  const Vec2 corner = *project(camera, kScreen, {0.0, 0.0, 0.0});
  CHECK(corner.x >= 24.0);
  CHECK(corner.y <= 800.0 - 24.0 + 1e-9);
  CHECK((std::abs(corner.x - 24.0) < 1e-9 || std::abs(corner.y - 776.0) < 1e-9));
}

TEST_CASE("zooming keeps the point under the cursor and stays within 1 to 60 px per mm") {
  for (Camera camera : cameras()) {
    const Vec3 anchor(20.0, 30.0, 40.0);
    const Vec2 before = *project(camera, kScreen, anchor);
    for (const double factor : {1.15, 1.15, 0.5, 100.0, 0.001}) {
      camera = zoom_about(camera, anchor, factor);
      CHECK(distance(*project(camera, kScreen, anchor), before) < 1e-6);
      CHECK(camera.px_per_mm >= kMinPxPerMm);
      CHECK(camera.px_per_mm <= kMaxPxPerMm);
    }
  }
}

TEST_CASE("zooming with a cursor on a pad keeps the millimetre under it") {
  Camera camera = fit_pad({60.0, 40.0}, kScreen);
  camera.roll = radians_from_degrees(20.0);
  const Vec2 cursor{200.0, 650.0};
  const Vec2 before = pixel_to_pad(camera, kScreen, cursor);
  CHECK(distance(pixel_to_pad(zoom_at(camera, kScreen, cursor, 1.7), kScreen, cursor), before) < 1e-9);
}

TEST_CASE("zooming in never carries the eye through the skin that is seen") {
  Camera camera = standard_view(StandardView::Front, kScreen);
  const Vec3 brow(20.0, 40.0, 95.0);  // on a ball of skin of this radius
  const double radius = glm::length(brow);
  for (int notch = 0; notch < 60; ++notch) {
    camera = zoom_about(camera, brow, 1.15);
    CHECK(glm::length(eye_position(camera, kScreen)) > radius);
  }
}

TEST_CASE("orbiting about a point keeps it on its pixel and stops overhead") {
  for (Camera camera : cameras()) {
    const Vec3 point(15.0, 70.0, 60.0);
    const Vec2 before = *project(camera, kScreen, point);
    camera = orbit_about(camera, point, radians_from_degrees(25.0), radians_from_degrees(-12.0));
    CHECK(distance(*project(camera, kScreen, point), before) < 1e-6);
    camera = orbit_about(camera, point, radians_from_degrees(-400.0), radians_from_degrees(500.0));
    if (camera.kind == CameraKind::Pad) continue;
    CHECK(degrees(camera.pitch) == doctest::Approx(90.0));
    CHECK(std::abs(degrees(camera.yaw)) <= 180.0);
    CHECK(distance(*project(camera, kScreen, point), before) < 1e-6);
  }
}

TEST_CASE("panning moves the picture with the hand") {
  for (const Camera& camera : cameras()) {
    const Camera moved = pan(camera, {30.0, -12.0});
    const Vec2 was = *project(moved, kScreen, camera.target);
    CHECK(distance(was, Vec2(640.0 + 30.0, 400.0 - 12.0)) < 1e-6);
  }
}

TEST_CASE("standard views see the side they are named after") {
  const auto back = [](StandardView view) { return camera_axes(standard_view(view, kScreen)).back; };
  CHECK(back(StandardView::Front).z > 0.99);
  CHECK(back(StandardView::Left).x > 0.99);
  CHECK(back(StandardView::Right).x < -0.99);
  CHECK(back(StandardView::Top).y > 0.95);
  CHECK(back(StandardView::Back).z < -0.95);
  CHECK(back(StandardView::ThreeQuarter).x < -0.4);
}

TEST_CASE("looking square puts the point in the middle and the normal towards the eye") {
  const Camera camera = standard_view(StandardView::Front, kScreen);
  for (const Vec3 normal : {Vec3(0.3, 0.8, 0.5), Vec3(0.0, 1.0, 0.0), Vec3(-0.9, 0.1, -0.2)}) {
    const Camera square = look_square(camera, {1.0, 2.0, 3.0}, normal);
    CHECK(glm::dot(camera_axes(square).back, glm::normalize(normal)) > 0.999999);
    CHECK(distance(*project(square, kScreen, {1.0, 2.0, 3.0}), {640.0, 400.0}) < 1e-6);
  }
}

TEST_CASE("roll snaps to the quarter turns") {
  const Camera camera = fit_pad({60.0, 40.0}, kScreen);
  CHECK(roll_by(camera, radians_from_degrees(1.5)).roll.value == 0.0);
  CHECK(degrees(roll_by(camera, radians_from_degrees(88.6)).roll) == doctest::Approx(90.0));
  CHECK(degrees(roll_by(camera, radians_from_degrees(10.0)).roll) == doctest::Approx(10.0));
}

TEST_CASE("rolling turns the picture clockwise") {
  Camera camera = fit_pad({60.0, 40.0}, kScreen);
  camera.roll = radians_from_degrees(10.0);
  const Vec2 up = *project(camera, kScreen, camera.target + Vec3(0.0, 5.0, 0.0));
  CHECK(up.x > 640.0);
  CHECK(up.y < 400.0);
}

TEST_CASE("the eye is drawn back out of the skin") {
  Camera camera = standard_view(StandardView::Front, kScreen);
  camera.px_per_mm = 60.0;  // 47 mm from the middle of the head
  const auto ball = [](Vec3 p) { return engine::core::Mm{glm::length(p) - 95.0}; };
  REQUIRE(ball(eye_position(camera, kScreen)).value < 0.0);
  const Camera out = keep_outside(camera, kScreen, ball);
  CHECK(ball(eye_position(out, kScreen)).value >= 12.0);
  CHECK(out.px_per_mm < camera.px_per_mm);
}
