#include <doctest/doctest.h>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/mends.h"
#include "trainer/words/causes.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::skin::DepthSource;
using engine::skin::Dot;

namespace {

std::shared_ptr<const Site> site() {
  return Site::make(support::field()
                        .step(lessons::StepKind::NeedleWork)
                        .also_judged(engine::scoring::CriterionId::Depth, 30)
                        .critical(engine::scoring::CriticalId::Blowout, 0.0)
                        .lesson())
      .value();
}

std::vector<Dot> dots(double delta, DepthSource source) {
  auto list = support::strewn(360, 1, {15, 15}, {45, 45}, delta);
  for (Dot& d : list) d.depth_source = source;
  return list;
}

std::string advice(double delta, DepthSource source, std::string_view cause) {
  const auto all = dots(delta, source);
  const Assessment a = assess(*site(), {all, {}, 0}, Gains::Skip);
  for (const auto* lines : {&a.remarks, &a.ledger})
    for (const auto& line : *lines)
      if (!line.weakest() && cause == (line.is_critical() ? name(*line.critical) : name(line.cause)))
        return words::of(line, *site(), a).advice;
  return "no line of " + std::string(cause);
}

}  // namespace

TEST_CASE("the ledger tells a pen to press otherwise, and a mouse to lift at another time") {
  CHECK(advice(0.85, DepthSource::Measured, "too_deep").find("Press more lightly") == 0);
  CHECK(advice(0.85, DepthSource::Simulated, "too_deep").find("Lift a little earlier") == 0);
  CHECK(advice(0.25, DepthSource::Measured, "too_shallow").find("press a touch harder") != std::string::npos);
  CHECK(advice(0.25, DepthSource::Simulated, "too_shallow").find("stay a touch longer") != std::string::npos);
  CHECK(advice(1.3, DepthSource::Measured, "blowout").find("Press much more lightly") == 0);
  CHECK(advice(1.3, DepthSource::Simulated, "blowout").find("Lift much sooner") == 0);
}

TEST_CASE("what most of the named dots were made by decides; without names, most of those that are there") {
  auto mixed = dots(0.5, DepthSource::Simulated);
  for (std::size_t i = 0; i < 3; ++i) mixed[i].depth_source = DepthSource::Measured;
  const std::vector<std::uint32_t> pens = {0, 1, 2, 9}, mice = {2, 7, 8, 9}, half = {0, 9}, none;
  CHECK(mends(mixed, pens) == Mends::Pressure);
  CHECK(mends(mixed, mice) == Mends::Time);
  CHECK(mends(mixed, half) == Mends::Time);
  CHECK(mends(mixed, none) == Mends::Time);
  for (std::size_t i = 3; i < mixed.size(); ++i) mixed[i].withdrawn = true;
  CHECK(mends(mixed, none) == Mends::Pressure);
  CHECK(mends({}, none) == Mends::Time);
}
