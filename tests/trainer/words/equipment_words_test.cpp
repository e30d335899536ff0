#include "trainer/assessment/equipment_fault.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "trainer/words/causes.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::scoring::Cause;
using engine::skin::Dot;

namespace {

std::shared_ptr<const Site> site() {
  return Site::make(support::LessonBuilder()
                        .target(support::square("field", 15, 45), lessons::Target{.needles = {"1RL-0.25"}})
                        .step(lessons::StepKind::NeedleWork)
                        .lesson())
      .value();
}

using engine::scoring::CauseId;

// What is said of these dots where the equipment made the fault.
std::optional<words::CauseWords> said(CauseId id, const std::vector<Dot>& dots) {
  Cause cause{.id = id, .fix = {}};
  for (std::uint32_t i = 0; i < dots.size(); ++i) cause.dots.push_back(i);
  static const auto made = site();
  LedgerLine line{.criterion = engine::scoring::CriterionId::Depth,
                  .critical = {},
                  .cause = id,
                  .guilty = cause.guilty()};
  line.equipment = equipment_fault(made->targets()[0], dots, cause);
  if (!line.equipment) return std::nullopt;
  return words::of(line, *made, {});
}

Dot dot(std::int32_t reach_um, std::int32_t stretch, engine::skin::Needle needle = {}) {
  Dot d;
  d.thickness_um = 1180;
  d.reach_um = reach_um;
  d.stretch_permille = stretch;
  d.needle = needle;
  return d;
}

}  // namespace

TEST_CASE("a set-out that cannot reach the band is named with its numbers; one that can is not blamed") {
  const auto words = said(CauseId::TooShallow, {dot(350, 1000), dot(350, 1000), dot(1450, 1000)});
  REQUIRE(words.has_value());
  CHECK(words->cause == "3 dots are too light: the needle hung out too little to reach the band.");
  CHECK(words->advice == "It came 0.35 mm deep at most, the band begins at 0.45. Set it out to 1.5 to 2 mm.");
  CHECK_FALSE(said(CauseId::TooShallow, {dot(1450, 1000), dot(1450, 1000)}).has_value());
  CHECK_FALSE(said(CauseId::TooShallow, {dot(350, 1000), dot(1450, 1000)}).has_value());
}

TEST_CASE("slack skin and a needle that is not the zone's are named") {
  CHECK(said(CauseId::TooShallow, {dot(800, 0)})->cause == "One dot is too light, placed in slack skin.");
  CHECK(said(CauseId::TooLarge, {dot(1450, 1000, {5, 300})})->cause ==
        "One dot is too large: 5RL-0.30 is not this zone's needle.");
  CHECK(said(CauseId::TooLarge, {dot(1450, 1000, {5, 300})})->advice ==
        "Change to 1RL-0.25 before you work here.");
  CHECK_FALSE(said(CauseId::TooLarge, {dot(1450, 1000)}).has_value());
  CHECK_FALSE(said(CauseId::Gaps, {dot(0, 0)}).has_value());
  CHECK_FALSE(said(CauseId::TooShallow, {}).has_value());
}
