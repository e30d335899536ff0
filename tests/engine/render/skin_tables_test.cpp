#include "engine/render/skin_tables.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "engine/render/relief.h"
#include "engine/render/scatter.h"

using namespace engine::render;

TEST_CASE("flat skin follows the cosine, curved skin lets red light round the edge") {
  const auto table = make_scatter_table();
  const auto at = [&](int x, int y, int c) {
    return table[static_cast<std::size_t>(3 * (y * kScatterSize + x) + c)];
  };
  CHECK(at(kScatterSize - 1, 0, 0) == doctest::Approx(1.0).epsilon(0.03));
  CHECK(at(kScatterSize * 3 / 4, 0, 1) == doctest::Approx(0.51).epsilon(0.06));
  const int dark = kScatterSize / 2 - 4;  // just beyond the terminator
  CHECK(at(dark, kScatterSize - 1, 0) > at(dark, kScatterSize - 1, 2));
  CHECK(at(dark, kScatterSize - 1, 0) > at(dark, 0, 0));
  for (const float value : table) {
    CHECK(value >= 0.0F);
    CHECK(value <= 1.001F);
  }
}

TEST_CASE("the relief tile has no seam and is level on average") {
  const auto tile = make_relief_tile();
  REQUIRE(tile.size() == 4U * kReliefSize * kReliefSize);
  double inside = 0.0, seam = 0.0, slope = 0.0;
  const auto at = [&](int x, int y, int c) {
    return static_cast<int>(tile[static_cast<std::size_t>(4 * (y * kReliefSize + x) + c)]);
  };
  for (int y = 0; y < kReliefSize; ++y) {
    seam +=
        std::abs(at(kReliefSize - 1, y, 2) - at(0, y, 2)) + std::abs(at(y, kReliefSize - 1, 2) - at(y, 0, 2));
    inside += std::abs(at(500, y, 2) - at(501, y, 2)) + std::abs(at(y, 300, 2) - at(y, 301, 2));
    for (int x = 0; x < kReliefSize; x += 8) slope += at(x, y, 0);
  }
  CHECK(seam < 1.5 * inside);
  CHECK(slope / (kReliefSize * kReliefSize / 8) == doctest::Approx(127.5).epsilon(0.02));
}

TEST_CASE("skin is no leather: pores are steep, but no net of furrows runs through the tile") {
  const auto tile = make_relief_tile();
  int steep = 0, rough = 0, all = 0;
  for (std::size_t k = 0; k < tile.size(); k += 4, ++all) {
    const double slope = std::hypot(tile[k] / 255.0 - 0.5, tile[k + 1] / 255.0 - 0.5) / 0.65;
    steep += slope > 0.2 ? 1 : 0;
    rough += slope > 0.05 ? 1 : 0;
  }
  CHECK(steep < 0.06 * all);
  CHECK(steep > 0.01 * all);
  CHECK(rough > 0.15 * all);  // what breaks the highlight
}

TEST_CASE("the tables of the process are those that anybody makes, and made once") {
  begin_skin_tables();
  const SkinTables& tables = skin_tables();
  CHECK(tables.scatter == make_scatter_table());
  CHECK(tables.relief.size() == 4U * kReliefSize * kReliefSize);
  CHECK(&tables == &skin_tables());
}
