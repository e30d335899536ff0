#include "engine/scoring/feathering.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/engine/scoring/fronts.h"

using namespace engine::scoring;
using namespace fronts;

namespace {

const Ramps kRamps;

}  // namespace

TEST_CASE("the profile's bins hold all dots and all of what was asked, at least 25 dots each") {
  const Field field = worked(soft_front().target, 1);
  const auto bins = profile_behind(field);
  double asked = 0.0, count = 0.0, area = 0.0;
  for (const auto& bin : bins) {
    CHECK(bin.asked >= 25.0);
    asked += bin.asked;
    count += bin.count;
    area += bin.area_mm2;
  }
  CHECK(area == doctest::Approx(kWide * kDeep));
  CHECK(count == static_cast<double>(field.dots.size()));
  CHECK(asked == doctest::Approx(kPlateau * kWide * (5 * 0.30 + 5 * 0.60 + 5 * 0.85 + 10)));
}

TEST_CASE("work that follows the gradient keeps at least 90 points") {
  for (Seed seed = 1; seed <= 6; ++seed) {
    const Field field = worked(soft_front().target, seed);
    const auto result = feathering(field, kRamps);
    REQUIRE(result.score.has_value());
    CHECK_MESSAGE(*result.score >= 9000,
                  "seed " << seed << ": " << *result.score << ", error " << result.metrics[0].value
                          << ", width " << result.metrics[1].value << " of " << result.metrics[2].value);
  }
}

TEST_CASE("a front as dense as the back is a hard edge, with the dots that make it") {
  TargetDensity made = soft_front().target;
  made.steps.clear();
  const auto result = feathering(worked(made, 2), kRamps);
  CHECK(result.score < 2500);
  REQUIRE(result.causes.size() == 1);
  CHECK((result.causes[0].id == CauseId::HardEdge || result.causes[0].id == CauseId::FrontTooDense));
  CHECK_FALSE(result.causes[0].dots.empty());
  REQUIRE(result.causes[0].fix.has_value());
  CHECK_FALSE(result.causes[0].fix->remove.empty());
}

TEST_CASE("a hard edge has less than half the asked width of 5.2 mm, whatever its density") {
  for (const double share : {0.5, 1.0}) {
    TargetDensity made = soft_front().target;
    made.steps.clear();
    made.plateau_per_mm2 = kPlateau * share;
    const Field field = worked(made, 3);
    const auto width = feather_width(profile_behind(field), 15, &ProfileBin::count);
    REQUIRE(width.has_value());
    CHECK(*width < 2.6);
  }
}

TEST_CASE("a front left empty is too sparse, and the fix fills it") {
  TargetDensity made = soft_front().target;
  made.steps = {{engine::core::Mm{10}, 0.05}, {engine::core::Mm{15}, 0.60}};
  const auto result = feathering(worked(made, 4), kRamps);
  CHECK(result.score < 6000);
  REQUIRE(result.causes.size() == 1);
  REQUIRE(result.causes[0].fix.has_value());
  CHECK_FALSE(result.causes[0].fix->add.empty());
}

TEST_CASE("taking away what the fix names raises the score") {
  TargetDensity made = soft_front().target;
  made.steps = {{engine::core::Mm{5}, 0.60}, {engine::core::Mm{10}, 0.80}, {engine::core::Mm{15}, 0.90}};
  Field field = worked(made, 5);
  const auto before = feathering(field, kRamps);
  REQUIRE(before.causes.size() == 1);
  REQUIRE(before.causes[0].fix.has_value());
  std::erase_if(field.dots, [&](const FieldDot& dot) {
    const auto& gone = before.causes[0].fix->remove;
    return std::find(gone.begin(), gone.end(), dot.number) != gone.end();
  });
  CHECK(*feathering(field, kRamps).score > *before.score + 500);
}

TEST_CASE("a constant target has no feather to judge") {
  Field field = worked(soft_front().target, 6);
  field.target.steps.clear();
  CHECK_FALSE(feathering(field, kRamps).score.has_value());
}
