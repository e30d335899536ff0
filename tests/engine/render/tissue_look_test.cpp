#include "engine/render/tissue_look.h"

#include <doctest/doctest.h>

using namespace engine::render;
namespace scalp = engine::scalp;
using engine::core::Mm;

namespace {

TissueLook look_of(scalp::TissueKind kind) {
  const scalp::Canvas bare{scalp::Pad{}};
  const auto zone = scalp::resolve(bare, {"scar", scalp::DiscShape{scalp::Vec2{30, 30}, Mm{8}}}).value();
  const auto canvas = bare.with(std::make_shared<const scalp::TissueMap>(bare, std::vector<scalp::TissueArea>{{kind, zone}}));
  return make_tissue_look(canvas, [](const engine::geometry::Vec3& p) { return glm::vec2(p.x, p.y); });
}

const float* at(const TissueLook& look, glm::vec2 mm) {
  const glm::vec2 share = (mm - look.low) / look.size;
  const auto x = static_cast<std::size_t>(share.x * static_cast<float>(look.width)), y = static_cast<std::size_t>(share.y * static_cast<float>(look.height));
  return &look.texels[4 * (y * static_cast<std::size_t>(look.width) + x)];
}

}  // namespace

TEST_CASE("healthy skin needs no picture") {
  const scalp::Canvas bare{scalp::Pad{}};
  CHECK(make_tissue_look(bare, [](const engine::geometry::Vec3& p) { return glm::vec2(p.x, p.y); }).width == 0);
}

TEST_CASE("raised scars stand up, sunken ones lie low, moles are brown, and the skin beside them is healthy") {
  CHECK(at(look_of(scalp::TissueKind::RaisedScar), {30, 30})[2] > 0.5F);
  CHECK(at(look_of(scalp::TissueKind::SunkenScar), {30, 30})[2] < -0.4F);
  CHECK(at(look_of(scalp::TissueKind::Mole), {30, 30})[0] > 1.0F);
  CHECK(at(look_of(scalp::TissueKind::FlatScar), {30, 30})[3] > 0.8F);
  for (const auto kind : {scalp::TissueKind::FlatScar, scalp::TissueKind::Burn, scalp::TissueKind::Keloid}) {
    const TissueLook look = look_of(kind);
    for (int c = 0; c < 4; ++c) {
      CHECK(at(look, {30, 40.5})[c] == 0.0F);
      CHECK(look.texels[static_cast<std::size_t>(c)] == 0.0F);
    }
  }
}
