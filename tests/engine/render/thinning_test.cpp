#include "engine/render/thinning.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "engine/core/draw.h"

using namespace engine;
using namespace engine::render;

namespace {

// Dots at random over a square of 100 mm, each with a scab on it: set down in no order.
std::vector<DotInstance> pairs() {
  std::vector<DotInstance> out;
  for (std::uint64_t k = 0; k < 8000; ++k) {
    DotInstance dot;
    dot.position = {100.0F * static_cast<float>(core::draw_unit(1, "x", k)),
                    100.0F * static_cast<float>(core::draw_unit(1, "y", k)), 0.0F};
    dot.normal = encode_normal({0.0F, 0.0F, 1.0F});
    out.push_back(dot);
    dot.sigma = 0.3F;
    out.push_back(dot);
  }
  return out;
}

}  // namespace

TEST_CASE(
    "every patch and every kind keeps its share of the splats, and a smaller share is part of a larger one") {
  const auto splats = pairs();
  Ranks ranks;
  ranks.update(splats);
  for (const float share : {0.5F, 0.25F, 0.1F}) {
    CAPTURE(share);
    double kinds[2] = {};
    std::array<std::array<double, 2>, 25> patches{};  // of 20 mm: all, kept
    for (std::size_t k = 0; k < splats.size(); ++k) {
      const auto patch = static_cast<std::size_t>(splats[k].position.x / 20.0F) +
                         5 * static_cast<std::size_t>(splats[k].position.y / 20.0F);
      patches.at(patch)[0] += 1.0;
      if (ranks.of(k) >= share) continue;
      patches.at(patch)[1] += 1.0;
      kinds[k % 2] += 1.0;
    }
    for (const double kind : kinds) CHECK(std::abs(kind / 8000.0 / share - 1.0) < 0.05);
    // At random the spread would be some 13 % of a patch with 64 left.
    for (const auto& [all, kept] : patches) CHECK(std::abs(kept / all / share - 1.0) < 0.15);
  }
}

TEST_CASE("of few splats all are drawn, of many about as many as may be") {
  const auto splats = pairs();
  Ranks ranks;
  ranks.update(splats);
  const View view =
      make_view({.kind = CameraKind::Pad, .target = {50, 50, 0}, .px_per_mm = 4.0}, {500, 500}, 500);
  float thinning = 0.0F;
  CHECK(few_in_sight(splats, ranks, view, 20'000, thinning).size() == splats.size());
  CHECK(thinning == 1.0F);
  const auto few = few_in_sight(splats, ranks, view, 1000, thinning);
  CHECK(std::abs(static_cast<double>(few.size()) / 1000.0 - 1.0) < 0.05);
  CHECK(thinning * static_cast<float>(few.size()) == doctest::Approx(16'000.0));
}
