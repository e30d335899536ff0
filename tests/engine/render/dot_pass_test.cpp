#include "engine/render/dot_pass.h"

#include <doctest/doctest.h>

#include <array>

using namespace engine;
using namespace engine::render;

namespace {

DotInstance splat_at(glm::vec3 position, glm::vec3 normal) {
  DotInstance splat{};
  splat.position = position;
  splat.sigma = 0.1F;
  splat.normal = encode_normal(normal);
  splat.elongation = 1.0F;
  return splat;
}

}  // namespace

TEST_CASE("splats outside the picture or on skin turned away are not sent, the others keep their order") {
  const View view =
      make_view({.kind = CameraKind::Pad, .target = {0, 0, 0}, .px_per_mm = 10.0}, {400, 300}, 300);
  const float steep = 0.05F, away = 0.01F;  // cosine to the eye
  const std::array splats{splat_at({1, 1, 0}, {0, 0, 1}), splat_at({2, 1, 0}, {0, 0, -1}),
                          splat_at({300, 0, 0}, {0, 0, 1}),
                          splat_at({3, 1, 0}, glm::normalize(glm::vec3(1, 0, steep))),
                          splat_at({4, 1, 0}, glm::normalize(glm::vec3(1, 0, away)))};
  const auto seen = in_sight(splats, view);
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].position.x == 1.0F);
  CHECK(seen[1].position.x == 3.0F);
}

TEST_CASE("hair that stands up is seen a little beyond the edge of the skin, what lies there is not") {
  const View view =
      make_view({.kind = CameraKind::Pad, .target = {0, 0, 0}, .px_per_mm = 10.0}, {400, 300}, 300);
  const auto at_cosine = [](float cosine, float erythema) {
    DotInstance splat = splat_at({1, 1, 0}, glm::normalize(glm::vec3(1, 0, cosine)));
    splat.erythema = erythema;
    return splat;
  };
  const auto seen = [&](const DotInstance& splat) { return !in_sight({&splat, 1}, view).empty(); };
  CHECK(seen(at_cosine(0.1F, kOnSkin)));
  CHECK_FALSE(seen(at_cosine(-0.08F, kOnSkin)));
  CHECK(seen(at_cosine(0.1F, standing(0.5F))));
  CHECK(seen(at_cosine(-0.08F, standing(0.5F))));
  CHECK_FALSE(seen(at_cosine(-0.2F, standing(0.5F))));
}
