#include "engine/render/skin_look.h"

#include <doctest/doctest.h>

#include <array>

using namespace engine::render;

TEST_CASE("each skin type falls into its class of typology angle, and they fall in order") {
  // Chardon's classes, degrees: very light, light, intermediate, tan, brown, dark.
  constexpr std::array<std::array<double, 2>, 6> kRange{
      {{55.0, 90.0}, {41.0, 55.0}, {28.0, 41.0}, {10.0, 28.0}, {-30.0, 10.0}, {-90.0, -30.0}}};
  double before = 90.0;
  for (int type = 1; type <= 6; ++type) {
    const double angle = individual_typology_angle(skin_albedo({.skin_type = type}));
    INFO("type " << type << ": " << angle << " degrees");
    CHECK(angle >= kRange[static_cast<std::size_t>(type - 1)][0]);
    CHECK(angle <= kRange[static_cast<std::size_t>(type - 1)][1]);
    CHECK(angle < before);
    before = angle;
  }
}

TEST_CASE("undertone and redness shift the colour the way they are named") {
  using engine::scalp::Undertone;
  const auto cool = skin_albedo({.undertone = Undertone::Cool}),
             warm = skin_albedo({.undertone = Undertone::Warm});
  CHECK(cool.b / cool.r > warm.b / warm.r);
  const auto calm = skin_albedo({}), red = skin_albedo({.redness = 1.0});
  CHECK(red.g / red.r < 0.75F * calm.g / calm.r);
}

TEST_CASE("clay is neutral grey of lightness 55 for every skin type") {
  for (int type = 1; type <= 6; ++type) {
    const auto clay = skin_albedo({.skin_type = type, .clay = true});
    CHECK(clay.r == clay.g);
    CHECK(clay.g == clay.b);
    CHECK(clay.r == doctest::Approx(0.2296));
  }
}

TEST_CASE("oily skin shines more than normal skin, dry skin less") {
  using engine::scalp::SkinKind;
  CHECK(skin_gloss({.kind = SkinKind::Oily}) > skin_gloss({}));
  CHECK(skin_gloss({.kind = SkinKind::Dry}) < skin_gloss({}));
}

TEST_CASE("every undertone and shade stays in the class of its type") {
  constexpr double kLow[6] = {55.0, 41.0, 28.0, 10.0, -30.0, -90.0},
                   kHigh[6] = {90.0, 55.0, 41.0, 28.0, 10.0, -30.0};
  for (int type = 1; type <= 6; ++type)
    for (const auto undertone :
         {engine::scalp::Undertone::Cool, engine::scalp::Undertone::Neutral, engine::scalp::Undertone::Warm})
      for (const double shade : {-1.0, 0.0, 1.0}) {
        CAPTURE(type);
        const double angle = engine::render::individual_typology_angle(
            engine::render::skin_albedo({.skin_type = type, .undertone = undertone, .shade = shade}));
        CHECK(angle >= kLow[type - 1]);
        CHECK(angle <= kHigh[type - 1]);
      }
}

TEST_CASE("the darker the skin, the wider the lens; the fairer, the more of its shine must show") {
  for (int type = 2; type <= 6; ++type) {
    CHECK(skin_exposure({.skin_type = type}) >= skin_exposure({.skin_type = type - 1}));
    CHECK(skin_gloss({.skin_type = type}) <= skin_gloss({.skin_type = type - 1}));
    CHECK(skin_exposure({.skin_type = type, .clay = true}) == 1.0F);
    CHECK(skin_gloss({.skin_type = type, .clay = true}) == 1.0F);
  }
}
