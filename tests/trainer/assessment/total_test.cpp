#include "trainer/assessment/total.h"

#include <doctest/doctest.h>

#include <numeric>

#include "engine/core/draw.h"

using namespace trainer::assessment;

TEST_CASE("the total of known scores is what the formula says") {
  const std::vector<Weighted> scores = {{9000, 20}, {8000, 30}, {7000, 50}};
  CHECK(mean(scores) == 7700);
  CHECK(lowest(scores) == 7000);
  CHECK(total(scores) == 7210);  // 0.3 x 77 + 0.7 x 70
  CHECK_FALSE(total({}).has_value());
}

TEST_CASE("one fatal fault cannot be averaged away") {
  const std::vector<Weighted> scores = {{10000, 99}, {0, 1}};
  CHECK(*total(scores) <= 3000);
}

TEST_CASE("the total lies between the lowest score and the mean, whatever the scores") {
  for (std::uint64_t trial = 0; trial < 2000; ++trial) {
    std::vector<Weighted> scores;
    const auto count = 1 + engine::core::draw_below(trial, "count", 0, 8);
    for (std::uint64_t i = 0; i < count; ++i)
      scores.push_back({static_cast<int>(engine::core::draw_below(trial, "score", i, 10001)),
                        static_cast<int>(1 + engine::core::draw_below(trial, "weight", i, 300))});
    CHECK(*total(scores) >= lowest(scores));
    CHECK(*total(scores) <= mean(scores));
  }
}

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
