#include "trainer/assessment/total.h"

#include <doctest/doctest.h>

#include <numeric>

#include "engine/core/draw.h"

using namespace trainer::assessment;

TEST_CASE("apportioned shares add up exactly and differ from the exact share by less than one") {
  for (std::uint64_t trial = 0; trial < 2000; ++trial) {
    const int sum = -static_cast<int>(engine::core::draw_below(trial, "sum", 0, 10001));
    std::vector<double> parts;
    const auto count = 1 + engine::core::draw_below(trial, "count", 0, 12);
    for (std::uint64_t i = 0; i < count; ++i) parts.push_back(engine::core::draw_unit(trial, "part", i));
    const auto shares = apportion(sum, parts);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0) == sum);
    const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(shares[i] <= 0);
      CHECK(shares[i] - sum * parts[i] / whole == doctest::Approx(0.0).epsilon(1.0).scale(1.0));
    }
  }
}
