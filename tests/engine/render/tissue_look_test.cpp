#include "engine/render/tissue_look.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace engine::render;
namespace scalp = engine::scalp;
using engine::core::Mm;

namespace {

TissueLook look_of(scalp::TissueKind kind) {
  const scalp::Canvas bare{scalp::Pad{}};
  const auto zone = scalp::resolve(bare, {"scar", scalp::DiscShape{scalp::Vec2{30, 30}, Mm{8}}}).value();
  const auto canvas =
      bare.with(std::make_shared<const scalp::TissueMap>(bare, std::vector<scalp::TissueArea>{{kind, zone}}));
  return make_tissue_look(canvas, [](const engine::geometry::Vec3& p) { return glm::vec2(p.x, p.y); });
}

const float* at(const TissueLook& look, glm::vec2 mm) {
  const glm::vec2 share = (mm - look.low) / look.size;
  const auto x = static_cast<std::size_t>(share.x * static_cast<float>(look.width)),
             y = static_cast<std::size_t>(share.y * static_cast<float>(look.height));
  return &look.texels[4 * (y * static_cast<std::size_t>(look.width) + x)];
}

}  // namespace

TEST_CASE("healthy skin needs no picture") {
  const scalp::Canvas bare{scalp::Pad{}};
  CHECK(make_tissue_look(bare, [](const engine::geometry::Vec3& p) { return glm::vec2(p.x, p.y); }).width ==
        0);
}

TEST_CASE(
    "raised scars stand up, sunken ones lie low, moles are brown, and the skin beside them is healthy") {
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

TEST_CASE(
    "no scar has a clean edge: it wanders along its rim and fades over a few tenths of a millimetre to a "
    "millimetre") {
  const TissueLook look = look_of(scalp::TissueKind::FlatScar);
  std::vector<double> reach;
  for (int k = 0; k < 72; ++k) {
    const float turn = 6.2831853F * static_cast<float>(k) / 72.0F;
    const auto scarred = [&](double mm) {
      return at(look,
                glm::vec2(30, 30) + static_cast<float>(mm) * glm::vec2(std::cos(turn), std::sin(turn)))[3];
    };
    double last_much = 0.0, first_little = 12.0;
    for (double mm = 4.0; mm < 11.0; mm += 0.05) {
      if (scarred(mm) > 0.5F) last_much = mm;
      if (scarred(mm) < 0.1F) first_little = std::min(first_little, mm);
    }
    reach.push_back(last_much);
    CHECK(first_little - last_much > -0.6);
    CHECK(first_little - last_much < 1.6);
    CHECK(std::abs(last_much - 8.0) < 1.3);  // what is scored is what is seen
  }
  const auto [low, high] = std::minmax_element(reach.begin(), reach.end());
  CHECK(*high - *low > 0.4);
}

TEST_CASE("raised and sunken scars have soft shoulders: no step, and slope enough to be seen") {
  for (const auto kind : {scalp::TissueKind::RaisedScar, scalp::TissueKind::SunkenScar}) {
    const TissueLook look = look_of(kind);
    for (int k = 0; k < 24; ++k) {
      const float turn = 6.2831853F * static_cast<float>(k) / 24.0F;
      const glm::vec2 out(std::cos(turn), std::sin(turn));
      const auto height = [&](float mm) { return at(look, glm::vec2(30, 30) + mm * out)[2]; };
      float steepest = 0.0F;
      for (float mm = 2.0F; mm < 10.4F; mm += 0.25F)
        steepest = std::max(steepest, std::abs(height(mm + 0.5F) - height(mm)) / 0.5F);
      CHECK(steepest > 0.18F);
      CHECK(steepest < 1.0F);
    }
  }
}

TEST_CASE("a burn is not round") {
  const TissueLook look = look_of(scalp::TissueKind::Burn);
  double low = 20.0, high = 0.0;
  for (int k = 0; k < 72; ++k) {
    const float turn = 6.2831853F * static_cast<float>(k) / 72.0F;
    float last = 0.0F;
    for (float mm = 2.0F; mm < 10.4F; mm += 0.05F)
      if (at(look, glm::vec2(30, 30) + mm * glm::vec2(std::cos(turn), std::sin(turn)))[3] > 0.2F) last = mm;
    low = std::min(low, static_cast<double>(last));
    high = std::max(high, static_cast<double>(last));
  }
  CHECK(high - low > 1.5);
  CHECK(low > 8.0 - 3.3);
}

TEST_CASE("a strip scar is wide here and narrow there, and its ends run out") {
  const scalp::Canvas bare{scalp::Pad{}};
  const scalp::ZoneSpec strip{"scar", scalp::PolygonShape{{scalp::Vec2{8, 28}, scalp::Vec2{52, 28},
                                                           scalp::Vec2{52, 32}, scalp::Vec2{8, 32}}}};
  const auto canvas = bare.with(std::make_shared<const scalp::TissueMap>(
      bare,
      std::vector<scalp::TissueArea>{{scalp::TissueKind::FlatScar, scalp::resolve(bare, strip).value()}}));
  const TissueLook look =
      make_tissue_look(canvas, [](const engine::geometry::Vec3& p) { return glm::vec2(p.x, p.y); });
  const auto width = [&](float x) {
    double wide = 0.0;
    for (float y = 25.0F; y < 35.0F; y += 0.1F) wide += at(look, {x, y})[3] > 0.4F ? 0.1 : 0.0;
    return wide;
  };
  double low = 9.0, high = 0.0, mean = 0.0;
  for (int x = 14; x <= 46; ++x) {
    low = std::min(low, width(static_cast<float>(x)));
    high = std::max(high, width(static_cast<float>(x)));
    mean += width(static_cast<float>(x)) / 33.0;
  }
  CHECK(high > 1.25 * low);
  CHECK(mean > 2.8);  // what is scored is what is seen
  CHECK(mean < 5.2);
  CHECK(width(8.7F) + width(51.3F) < 1.2 * mean);
}
