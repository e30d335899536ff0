#include "engine/scoring/total.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "engine/core/draw.h"
#include "engine/scoring/pattern.h"
#include "engine/scoring/rubric.h"

using namespace engine::scoring;

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

TEST_CASE("points that are analysed get the total that a lesson would give, to the last hundredth") {
  // In whole numbers (3 x 769400 + 7 x 7189 x 100) / 1000 = 7340.5, rounded half up; doubles fall short of
  // it.
  const std::vector<Weighted> known = {{8762, 20}, {7236, 20}, {7189, 25}, {7359, 10}, {7845, 25}};
  std::vector<CriterionResult> criteria;
  Rubric rubric;
  for (const auto& [score, weight] : known) {
    criteria.push_back({.score = score});
    rubric.criteria.push_back({.weight = weight});
  }
  CHECK(total(known) == 7341);
  CHECK(total(criteria, rubric) == 7341);
}

TEST_CASE("what each score takes by the mean, and the lowest besides, is what the total misses") {
  for (const std::vector<Weighted>& scores :
       {std::vector<Weighted>{{10000, 5}}, std::vector<Weighted>{{7312, 20}, {10000, 3}, {9120, 77}},
        std::vector<Weighted>{{0, 1}, {1, 1}, {10000, 1}}}) {
    double lost = lost_by_lowest(scores);
    for (const Weighted& one : scores) lost += lost_by_mean(scores, one);
    CHECK(std::abs(10000.0 - lost - *total(scores)) <= 0.5 + 1e-9);
  }
  CHECK(lost_by_mean(std::vector<Weighted>{{0, 1}, {0, 3}}, {0, 1}) == kMeanShare * 2500.0);
  CHECK(lost_by_lowest(std::vector<Weighted>{{4000, 1}, {9000, 3}}) == kLowestShare * 6000.0);
}
