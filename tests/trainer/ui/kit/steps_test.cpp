// The steps in the bar: one word a kind of step, questions in a row are one, and where one is.
#include "trainer/ui/kit/steps.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;
using Words = std::vector<std::string>;

namespace {

StepsView at(const lessons::Lesson& lesson, int step) {
  auto attempt = runner::begin(assessment::Site::make(lesson).value());
  attempt.step = step;
  return make_steps(attempt);
}

}  // namespace

TEST_CASE("every kind of step has its own word, numbered from one") {
  const auto lesson = support::field()
                          .step(StepKind::Brief)
                          .step(StepKind::Drawing)
                          .step(StepKind::Needling)
                          .step(StepKind::Healing)
                          .step(StepKind::NeedleWork)
                          .step(support::question(0))
                          .step(StepKind::Review)
                          .tissue(engine::scalp::TissueKind::FlatScar, "field")
                          .lesson();
  CHECK(at(lesson, 0).words ==
        Words{"1 Look", "2 Draw", "3 Needle", "4 Heal", "5 Place", "6 Answer", "7 Review"});
  for (int step = 0; step < 7; ++step) CHECK(at(lesson, step).now == step);
}

TEST_CASE("questions in a row are one step, and one stays on it from the first to the last of them") {
  const auto lesson = support::field()
                          .step(StepKind::Brief)
                          .step(support::question(0))
                          .step(support::question(1))
                          .step(support::question(0))
                          .step(StepKind::NeedleWork)
                          .step(support::question(0))
                          .lesson();
  CHECK(at(lesson, 0).words == Words{"1 Look", "2 Answer", "3 Place", "4 Answer"});
  const int now[] = {0, 1, 1, 1, 2, 3};
  for (int step = 0; step < 6; ++step) CHECK(at(lesson, step).now == now[step]);
}

TEST_CASE("the same work twice is two steps") {
  const auto lesson = support::field().sessions({0.5, 1.0}).lesson();
  CHECK(at(lesson, 0).words == Words{"1 Place", "2 Heal", "3 Place"});
  CHECK(at(lesson, 2).now == 2);
}
