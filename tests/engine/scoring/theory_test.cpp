#include "engine/scoring/theory.h"

#include <doctest/doctest.h>

#include <vector>

using namespace engine::scoring;

namespace {

double metric(const CriterionResult& result, std::string_view key) {
  for (const auto& m : result.metrics)
    if (m.key == key) return m.value;
  FAIL("no metric " << key);
  return 0.0;
}

}  // namespace

TEST_CASE("theory is the share of right answers, and one left open is wrong") {
  const std::vector<TheoryAnswer> answers{{0, 0}, {1, 2}, {2, std::nullopt}, {3, 3}, {0, 0}, {1, 1}};
  const auto result = theory(answers);
  CHECK(result.id == CriterionId::Theory);
  CHECK(result.score == 6667);  // 4 of 6, rounded half up
  CHECK(metric(result, "questions") == 6);
  CHECK(metric(result, "right") == 4);
  CHECK(metric(result, "wrong") == 1);
  CHECK(metric(result, "unanswered") == 1);
  REQUIRE(result.causes.size() == 2);
  CHECK(result.causes[0].id == CauseId::WrongAnswer);
  CHECK(result.causes[0].question == 1U);
  CHECK(result.causes[1].id == CauseId::NoAnswer);
  CHECK(result.causes[1].question == 2U);
  CHECK(result.causes[0].share + result.causes[1].share == doctest::Approx(1.0));
  CHECK(result.causes[0].dots.empty());
  CHECK_FALSE(result.causes[0].fix.has_value());
}

TEST_CASE("all right is 100 without a cause, none right 0, and no question is no score") {
  CHECK(theory(std::vector<TheoryAnswer>{{1, 1}, {4, 4}}).score == 10000);
  CHECK(theory(std::vector<TheoryAnswer>{{1, 1}, {4, 4}}).causes.empty());
  CHECK(theory(std::vector<TheoryAnswer>{{1, 0}, {4, std::nullopt}}).score == 0);
  CHECK_FALSE(theory({}).score.has_value());
}
