#include "trainer/assessment/judged.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::scoring::Cause;
using engine::scoring::CriterionId;
using engine::scoring::CriterionResult;

namespace {

// A square of the practice pad, worked in two treatment sessions or in one.
std::shared_ptr<const Site> site(bool two_sessions) {
  return Site::make(support::LessonBuilder()
                        .target(support::square("square", 20, 50), 60.0)
                        .sessions(two_sessions ? std::vector{0.3, 1.0} : std::vector{1.0})
                        .judged(CriterionId::Density, 100)
                        .lesson())
      .value();
}

std::vector<CriterionResult> density(int score) {
  return {{.id = CriterionId::Density,
           .score = score,
           .metrics = {},
           .causes = {Cause{.id = engine::scoring::CauseId::TooDense, .share = 1.0}}}};
}

}  // namespace

TEST_CASE("a spoilt first session is not averaged away by a good second one") {
  const auto two = site(true);
  REQUIRE(two->parts().size() == 2);
  const double first = two->parts()[0].asked_dots, second = two->parts()[1].asked_dots;
  CHECK(second > 2.0 * first);
  const auto judged = book(*two, false, {density(0), density(10000)}, {});
  const double mean = 10000.0 * second / (first + second);
  CHECK(judged.scores.front().score == doctest::Approx(0.3 * mean).epsilon(1e-3));
  REQUIRE_FALSE(judged.booked.front().causes.empty());
  CHECK(judged.booked.front().causes.front().part == 0);
  CHECK(judged.booked.front().causes.front().cause.share == doctest::Approx(1.0));
  // The other way round weighs the same way.
  CHECK(book(*two, false, {density(10000), density(0)}, {}).scores.front().score ==
        doctest::Approx(0.3 * 10000.0 * first / (first + second)).epsilon(1e-3));
}

TEST_CASE("one session's score is the mean of its zones") {
  const auto one = site(false);
  CHECK(book(*one, false, {density(8123)}, {}).scores.front().score == 8123);
}
