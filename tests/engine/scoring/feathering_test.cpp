#include "engine/scoring/feathering.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "engine/core/draw.h"

using namespace engine::scoring;
using engine::core::draw_unit;
using engine::core::Seed;

namespace {

constexpr double kWide = 60.0, kDeep = 25.0, kPlateau = 0.9;

// Asks for 30, 60, 85 and 100 % behind the line y = 0.
Field soft_front() {
  Field field;
  field.region = Region::rectangle({0, 0}, {kWide, kDeep});
  field.target.plateau_per_mm2 = kPlateau;
  field.target.line = {{-10, 0}, {kWide + 10, 0}};
  field.target.steps = {{5, 0.30}, {10, 0.60}, {15, 0.85}};
  return field;
}

// Fills the field with dots of the density that `made` asks for, none nearer to another than 0.7 of its distance.
void work(Field& field, const TargetDensity& made, Seed seed) {
  double count = 0.0;
  for (double y = 0.05; y < kDeep; y += 0.1) count += 0.1 * kWide * made.at({kWide / 2, y});
  for (std::uint64_t i = 0; static_cast<double>(field.dots.size()) < count && i < 400'000; ++i) {
    const Vec2 p{kWide * draw_unit(seed, "x", i), kDeep * draw_unit(seed, "y", i)};
    const double density = made.at(p);
    if (draw_unit(seed, "keep", i) * kPlateau >= density) continue;
    const double room = 0.7 / std::sqrt(density);
    bool free = true;
    for (const FieldDot& dot : field.dots) free = free && glm::length(dot.at - p) >= room;
    if (free) field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = p});
  }
}

Field worked(const TargetDensity& made, Seed seed) {
  Field field = soft_front();
  work(field, made, seed);
  return field;
}

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
    CHECK_MESSAGE(*result.score >= 9000, "seed " << seed << ": " << *result.score << ", error " << result.metrics[0].value << ", width " << result.metrics[1].value << " of "
                                                 << result.metrics[2].value);
  }
}

TEST_CASE("a front as dense as the back is a hard edge, with the dots that make it") {
  TargetDensity made = soft_front().target;
  made.steps.clear();
  const auto result = feathering(worked(made, 2), kRamps);
  CHECK(result.score < 2500);
  REQUIRE(result.causes.size() == 1);
  CHECK((result.causes[0].id == "hard_edge" || result.causes[0].id == "front_too_dense"));
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
  made.steps = {{10, 0.05}, {15, 0.60}};
  const auto result = feathering(worked(made, 4), kRamps);
  CHECK(result.score < 6000);
  REQUIRE(result.causes.size() == 1);
  REQUIRE(result.causes[0].fix.has_value());
  CHECK_FALSE(result.causes[0].fix->add.empty());
}

TEST_CASE("taking away what the fix names raises the score") {
  TargetDensity made = soft_front().target;
  made.steps = {{5, 0.60}, {10, 0.80}, {15, 0.90}};
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
