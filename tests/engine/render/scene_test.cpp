#include "engine/render/scene.h"
#include "engine/core/moment.h"

#include "engine/scalp/client.h"

#include <doctest/doctest.h>

#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

using engine::core::AttemptTime;

using namespace engine;
using namespace engine::render;

namespace {

// A dot at this share of a skin 1.18 mm thick, as penetration makes it.
skin::Dot dot_at(double delta, std::int32_t diameter_um) {
  return {.closed_us = AttemptTime{100'000},
          .at = scalp::canvas_point_from_mm({20.0, 30.0}),
          .deposit_depth_um = static_cast<std::int32_t>(delta * 1180.0),
          .thickness_um = 1180,
          .diameter_um = diameter_um};
}

glm::vec3 decode(glm::vec2 e) {
  glm::vec3 n(e, 1.0F - std::abs(e.x) - std::abs(e.y));
  if (n.z < 0.0F) {
    n = glm::vec3((1.0F - std::abs(e.y)) * (e.x >= 0.0F ? 1.0F : -1.0F),
                  (1.0F - std::abs(e.x)) * (e.y >= 0.0F ? 1.0F : -1.0F), n.z);
  }
  return glm::normalize(n);
}

}  // namespace

TEST_CASE("normals survive their encoding") {
  for (const glm::vec3 n : {glm::vec3(0, 0, 1), glm::vec3(0, 0, -1), glm::vec3(1, 2, -3), glm::vec3(-3, 1, 2),
                            glm::vec3(0, 1, 0), glm::vec3(-1, -1, -1)}) {
    const glm::vec3 unit = glm::normalize(n);
    CHECK(glm::length(decode(encode_normal(unit)) - unit) < 1e-5F);
  }
}

TEST_CASE("a dot lies where the canvas puts it and is left out when withdrawn or outside") {
  const scalp::Canvas canvas{scalp::Pad{}};
  skin::Dot dot = dot_at(0.55, 300);
  const auto splats = dot_splats(canvas, dot, 28.0);
  REQUIRE(splats.size() == 1);
  CHECK(glm::length(splats.front().position - glm::vec3(20.0F, 30.0F, 0.0F)) < 1e-4F);
  dot.withdrawn = true;
  CHECK(dot_splats(canvas, dot, 28.0).empty());
  dot.withdrawn = false;
  dot.at = scalp::canvas_point_from_mm({-1.0, 5.0});
  CHECK(dot_splats(canvas, dot, 28.0).empty());
  CHECK(dot_splats(canvas, std::vector{dot, dot_at(0.5, 300)}, 28.0).size() == 1);
}

TEST_CASE("healed shallow dots are fainter, deep ones wider, paler at the centre and bluer") {
  const scalp::Canvas canvas{scalp::Pad{}};
  const auto shallow = dot_splats(canvas, dot_at(0.12, 280), 28.0).front();
  const auto target = dot_splats(canvas, dot_at(0.55, 300), 28.0).front();
  const auto blown = dot_splats(canvas, dot_at(1.15, 700), 28.0).front();
  CHECK(shallow.density.g < 0.5F * target.density.g);
  CHECK(blown.sigma > 1.8F * target.sigma);
  CHECK(blown.density.r < target.density.r);
  // Red absorbed more than blue = the mark looks blue.
  CHECK(blown.density.b / blown.density.r < 0.8F * target.density.b / target.density.r);
}

TEST_CASE("fresh work is darker than healed, and old work paler") {
  const scalp::Canvas canvas{scalp::Pad{}};
  const skin::Dot dot = dot_at(0.55, 300);
  const float fresh = dot_splats(canvas, dot, 0.0).front().density.g,
              healed = dot_splats(canvas, dot, 28.0).front().density.g;
  CHECK(fresh > healed);
  CHECK(healed > dot_splats(canvas, dot, 5.0 * 365.0).front().density.g);
}

TEST_CASE("a smeared mark is longer and keeps its pigment") {
  const scalp::SurfacePoint where{{0, 0, 0}, {0, 0, 1}, core::Mm{1.2}};
  const auto round = make_splat(where, {}, 0.3),
             smeared = make_splat(where, {.smear = engine::core::Mm{0.5}}, 0.3);
  CHECK(smeared.elongation > 1.5F);
  CHECK(smeared.density.g * smeared.elongation == doctest::Approx(round.density.g * round.elongation));
}

TEST_CASE("a slanted needle leaves a longer mark with the same pigment") {
  const scalp::Canvas canvas{scalp::Pad{}};
  skin::Dot upright = dot_at(0.55, 300), slanted = upright;
  slanted.angle_ddeg = 450;
  const auto a = dot_splats(canvas, upright, 28.0).front(), b = dot_splats(canvas, slanted, 28.0).front();
  CHECK(a.elongation == doctest::Approx(1.0F));
  CHECK(b.elongation == doctest::Approx(1.414F).epsilon(0.01));
  CHECK(b.density.g * b.elongation == doctest::Approx(a.density.g));
}

TEST_CASE("on a client fresh work reddens, too deep work bleeds, and a scab follows; latex does none of it") {
  const auto head = scalp::make_head_canvas({}).value();
  const scalp::Canvas pad{scalp::Pad{}};
  skin::Dot deep = dot_at(1.1, 500);
  deep.at = {0, 40'000};
  CHECK(dot_splats(head, deep, 0.0).size() == 2);
  CHECK(dot_splats(head, deep, 0.0).front().erythema > 0.9F);
  const auto blood = dot_splats(head, deep, 0.0).back();
  CHECK(blood.density.g > 5.0F * blood.density.r);
  CHECK(dot_splats(head, deep, 4.0).size() == 2);
  CHECK(dot_splats(head, deep, 28.0).size() <= 1);
  skin::Dot on_pad = dot_at(1.1, 500);
  CHECK(dot_splats(pad, on_pad, 0.0).size() == 1);
  CHECK(dot_splats(pad, on_pad, 0.0).front().erythema == 0.0F);
}
