#include "engine/render/head_model.h"

#include <glm/geometric.hpp>

#include "engine/gl/debug.h"
#include "engine/render/lights.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

constexpr float kRadius = 90.0F;

// A ball with a smaller ball close to its face: stands for a head and its nose.
const glm::vec3 kNose{0.0F, 0.0F, 96.0F};
double distance(const geometry::Vec3& p) {
  return std::min(glm::length(p) - static_cast<double>(kRadius),
                  glm::length(p - geometry::Vec3(kNose)) - 16.0);
}

HeadModel ball() {
  HeadModel model;
  constexpr int kRings = 60, kSides = 120;
  for (int i = 0; i <= kRings; ++i) {
    for (int j = 0; j <= kSides; ++j) {
      const double polar = core::kPi * i / kRings, turn = 2.0 * core::kPi * j / kSides;
      const glm::vec3 n(std::sin(polar) * std::sin(turn), std::cos(polar), std::sin(polar) * std::cos(turn));
      model.vertices.push_back(
          {.position = n * kRadius, .normal = n, .chart = glm::vec2(turn, polar) * kRadius});
    }
  }
  for (unsigned i = 0; i < kRings; ++i) {
    for (unsigned j = 0; j < kSides; ++j) {
      const unsigned a = i * (kSides + 1) + j, b = a + kSides + 1;
      for (const unsigned k : {a, b, a + 1, a + 1, b, b + 1}) model.triangles.push_back(k);
    }
  }
  return model;
}

const HeadVertex& nearest(const HeadModel& model, glm::vec3 direction) {
  return *std::max_element(model.vertices.begin(), model.vertices.end(), [&](const auto& a, const auto& b) {
    return glm::dot(a.normal, direction) < glm::dot(b.normal, direction);
  });
}

std::vector<DotInstance> dots_on_ball(std::size_t count) {
  std::vector<DotInstance> out;
  for (std::uint64_t k = 0; k < count; ++k) {
    const double y = 2.0 * core::draw_unit(1, "ball y", k) - 1.0,
                 turn = 6.2832 * core::draw_unit(1, "ball turn", k);
    const double r = std::sqrt(1.0 - y * y);
    const geometry::Vec3 n(r * std::sin(turn), y, r * std::cos(turn));
    out.push_back(
        make_splat({n * static_cast<double>(kRadius), n, core::Mm{1.2}}, {}, core::draw_unit(1, "turn", k)));
  }
  return out;
}

}  // namespace

TEST_CASE("light is kept away under the nose, and a ball's curvature is that of its radius") {
  HeadModel model = ball();
  bake_light(model, distance);
  CHECK(nearest(model, {-1, 0, 0}).occlusion > 0.9F);
  CHECK(nearest(model, glm::normalize(glm::vec3(0, -0.22F, 1))).occlusion < 0.7F);
  // Mean of the two principal curvatures is 1 / 90 mm.
  CHECK(nearest(model, {-1, 0, 0}).curvature == doctest::Approx(9.0 / 90.0).scale(0).epsilon(0.25));
  CHECK(nearest(model, kBakedKey).shadow > 0.95F);
  CHECK(nearest(model, -kBakedKey).shadow < 0.05F);
  const glm::vec3 behind_nose = glm::normalize(glm::vec3(0.10F, -0.22F, 1.0F));
  CHECK(nearest(model, behind_nose).shadow < 0.5F);
}

TEST_CASE("on a head too, appended dots give the picture of all dots at once, and the far side is hidden") {
  auto context = test::context();
  if (!context) return;
  HeadModel model = ball();
  bake_light(model, distance);
  const auto dots = dots_on_ball(6000);
  const Viewport screen{640, 400};
  auto at_once = Renderer::make(), one_by_one = Renderer::make();
  REQUIRE((at_once.has_value() && one_by_one.has_value()));
  const Camera camera = standard_view(StandardView::ThreeQuarter, screen);
  for (auto* renderer : {&*at_once, &*one_by_one}) renderer->set_head(model, {});
  at_once->set_dots(dots);
  at_once->draw(camera, screen);
  one_by_one->set_dots(std::span(dots).first(5700));
  one_by_one->draw(camera, screen);
  const Image before = one_by_one->read_pixels();
  for (std::size_t k = 5700; k < dots.size(); ++k) {
    one_by_one->append_dot(dots[k]);
    one_by_one->draw(camera, screen);
  }
  CHECK(test::largest_difference(at_once->read_pixels(), one_by_one->read_pixels()) == 0);
  CHECK(test::largest_difference(at_once->read_pixels(), before) > 5);
  const Image picture = at_once->read_pixels();
  test::save(picture, "ball");

  // A dot on the far side changes nothing.
  const geometry::Vec3 away = -camera_axes(camera).back;
  one_by_one->append_dot(
      make_splat({away * 90.0, away, core::Mm{1.2}}, {.diameter = engine::core::Mm{3.0}}, 0.1));
  one_by_one->draw(camera, screen);
  CHECK(test::largest_difference(picture, one_by_one->read_pixels()) == 0);
  CHECK(gl::take_error().empty());
}

TEST_CASE("a moving head with very many dots keeps the shade they give it") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make();
  REQUIRE(renderer.has_value());
  HeadModel model = ball();
  bake_light(model, distance);
  const Viewport screen{640, 400};
  const Camera camera = standard_view(StandardView::Top, screen);
  const auto green = [&](bool moving) {
    renderer->draw(camera, screen, {.moving = moving});
    const Image image = renderer->read_pixels();
    return test::mean(image, image.width / 2 - 30, image.height / 2 - 30, 60).g;
  };
  renderer->set_head(model, {});
  const double bare_still = green(false), bare_moving = green(true);
  renderer->set_head(model, dots_on_ball(80000));
  const double taken_still = 1.0 - green(false) / bare_still, taken_moving = 1.0 - green(true) / bare_moving;
  CHECK(taken_still > 0.05);
  CHECK(taken_moving == doctest::Approx(taken_still).scale(0).epsilon(0.25));
}
