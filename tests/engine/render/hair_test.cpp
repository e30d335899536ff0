#include "engine/render/hair.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

using namespace engine;
using namespace engine::render;

namespace {

// A flat square of skin, 60 x 60 mm, looking along z.
HeadModel square() {
  HeadModel model;
  constexpr unsigned kSide = 31;
  for (unsigned y = 0; y < kSide; ++y) {
    for (unsigned x = 0; x < kSide; ++x) {
      model.vertices.push_back(
          {.position = glm::vec3(2.0F * static_cast<float>(x), 2.0F * static_cast<float>(y), 0.0F),
           .normal = {0.0F, 0.0F, 1.0F}});
    }
  }
  for (unsigned y = 0; y + 1 < kSide; ++y) {
    for (unsigned x = 0; x + 1 < kSide; ++x) {
      const unsigned a = y * kSide + x;
      for (const unsigned k : {a, a + 1, a + kSide, a + 1, a + kSide + 1, a + kSide})
        model.triangles.push_back(k);
    }
  }
  return model;
}

}  // namespace

TEST_CASE("sites reach the density asked for, keep their distance, and depend on the seed alone") {
  const HeadModel skin = square();
  const SurfaceDensity left_half = [](glm::vec3 p) { return p.x < 30.0F ? 60.0 : 0.0; };
  const auto sites = spread_over(skin, {left_half, 60.0, 7, "test"});
  const double per_cm2 = static_cast<double>(sites.size()) / 18.0;
  CHECK(per_cm2 > 0.8 * 60.0);
  CHECK(per_cm2 < 1.25 * 60.0);
  float closest = std::numeric_limits<float>::max();
  for (std::size_t a = 0; a < sites.size(); ++a) {
    CHECK(sites[a].position.x < 30.0F);
    for (std::size_t b = a + 1; b < sites.size(); ++b) {
      closest = std::min(closest, glm::length(sites[a].position - sites[b].position));
    }
  }
  CHECK(closest >= 0.76F * 10.0F / std::sqrt(60.0F) - 1e-4F);
  const auto again = spread_over(skin, {left_half, 60.0, 7, "test"});
  REQUIRE(again.size() == sites.size());
  CHECK(again.back().position == sites.back().position);
  CHECK(spread_over(skin, {left_half, 60.0, 8, "test"}).front().position != sites.front().position);
}

namespace {

std::vector<DotInstance> stubble_of_pad(double per_cm2, const HairLook& look) {
  const scalp::Canvas pad{scalp::Pad{.hair = core::PerCm2{per_cm2}}};
  return scalp_stubble(pad, scalp::follicular_units(pad, 1, scalp::growth_of(*pad.pad()), scalp::whole(pad)),
                       look);
}

}  // namespace

TEST_CASE("nothing grows on bald skin") {
  CHECK(stubble_of_pad(0.0, {}).empty());
}

TEST_CASE("stubble has one to four hairs a unit, and blond hair is fainter than black") {
  const auto black = stubble_of_pad(70.0, {.colour = "black"});
  const auto blond = stubble_of_pad(70.0, {.colour = "blond"});
  REQUIRE(black.size() == blond.size());
  const auto is_hair = [](const DotInstance& s) { return s.elongation > 1.9F; };
  const auto hairs = static_cast<double>(std::count_if(black.begin(), black.end(), is_hair));
  const double units = static_cast<double>(black.size()) - hairs;
  CHECK(hairs / units > 1.7);
  CHECK(hairs / units < 2.4);
  CHECK(blond.front().density.r < 0.4F * black.front().density.r);
}
