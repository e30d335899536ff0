#include "trainer/robots/needling.h"

#include <doctest/doctest.h>

#include "lessons.h"

using namespace trainer::robots;

TEST_CASE("needling lines lie in the region, side by side, and turn back at each end") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  const auto ground = Ground::make(robots_test::even_field(), pad, 0).value();
  const auto lines = needling_lines(ground, engine::core::Mm{0.7});
  CHECK(lines.size() == 43);  // 30 mm
  double mm = 0.0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    mm += lines[i].length.value;
    for (const auto at : lines[i].way) CHECK(ground.region().contains(*ground.flatten(at)));
    CHECK((lines[i].way.front().u_um < lines[i].way.back().u_um) == (i % 2 == 0));
  }
  CHECK(mm == doctest::Approx(43 * 30.0).epsilon(0.01));
}
