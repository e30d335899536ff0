#include "engine/scoring/edge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "engine/scoring/hairline.h"
#include "tests/engine/scoring/fronts.h"

using namespace fronts;

namespace {

// The work moved by `mm` towards the back (negative: towards the face); what leaves the zone in front is a
// stray.
Field shifted(double mm, Seed seed) {
  TargetDensity made = soft_front().target;
  for (Vec2& p : made.line) p.y += mm;
  Field wide = soft_front();
  wide.region = Region::rectangle({0, std::min(0.0, mm)}, {kWide, kDeep});
  wide.target_hairline = soft_front().target.line;
  wide.draws_hairline = false;
  work(wide, made, seed, std::min(0.0, mm));
  Field field = wide;
  field.region = soft_front().region;
  field.dots.clear();
  for (const FieldDot& dot : wide.dots) (dot.at.y < 0.0 ? field.strays.dots : field.dots).push_back(dot);
  return field;
}

double mean_behind(const FrontEdge& edge) {
  double sum = 0.0;
  for (const auto& c : edge.columns) sum += c.behind.value;
  return sum / static_cast<double>(edge.columns.size());
}

const Ramps kRamps;

}  // namespace

TEST_CASE("the edge lies where the work was done, to 1.2 mm, at any shift") {
  for (const double mm : {-6.0, -3.0, 0.0, 3.0, 6.0})
    for (Seed seed = 1; seed <= 3; ++seed) {
      const FrontEdge edge = front_edge(shifted(mm, seed));
      CHECK(edge.columns.size() >= 14);
      CHECK(std::fabs(mean_behind(edge) - mm) < 1.2);
    }
}

TEST_CASE("dots on the line keep at least 90 points; too low and too high are named") {
  for (Seed seed = 1; seed <= 5; ++seed) {
    const auto right = hairline(shifted(0.0, seed), kRamps);
    REQUIRE(right.score.has_value());
    CHECK(*right.score >= 9000);
    const auto low = hairline(shifted(-5.0, seed), kRamps), high = hairline(shifted(5.0, seed), kRamps);
    REQUIRE_FALSE(low.causes.empty());
    REQUIRE_FALSE(high.causes.empty());
    CHECK(low.causes.front().id == CauseId::TooLow);
    CHECK(high.causes.front().id == CauseId::TooHigh);
    CHECK(*low.score < 7000);
    CHECK(*high.score < 7000);
  }
}

TEST_CASE("a line that falls away to one side is asymmetric and turned") {
  TargetDensity made = soft_front().target;
  made.line = {{-10, -3.5}, {kWide + 10, 10}};
  Field field = soft_front();
  field.target_hairline = soft_front().target.line;
  field.draws_hairline = false;
  work(field, made, 4);
  const auto result = hairline(field, kRamps);
  REQUIRE(result.score.has_value());
  const auto names = [&](CauseId id) {
    return std::any_of(result.causes.begin(), result.causes.end(),
                       [&](const Cause& c) { return c.id == id; });
  };
  CHECK(names(CauseId::Asymmetric));
  CHECK(names(CauseId::WrongDirection));
}

TEST_CASE("a ruler-straight front is named, a soft one is not") {
  const auto straight = [](const CriterionResult& result) {
    return std::any_of(result.causes.begin(), result.causes.end(),
                       [](const Cause& c) { return c.id == CauseId::TooStraight; });
  };
  for (Seed seed = 1; seed <= 8; ++seed) {
    Field field = shifted(0.0, seed);
    CHECK_FALSE(straight(hairline(field, kRamps)));
    const int before = *hairline(field, kRamps).score;
    // The first dots are set along the line, one every two millimetres, none in front of them.
    std::erase_if(field.dots, [](const FieldDot& dot) { return dot.at.y < 1.2; });
    for (std::uint64_t i = 0; i < 30; ++i)
      field.dots.push_back(
          {.number = static_cast<std::uint32_t>(10'000 + i),
           .at = {1.0 + 2.0 * static_cast<double>(i), 0.6 + 0.1 * (draw_unit(seed, "ruler", i) - 0.5)}});
    const auto ruled = hairline(field, kRamps);
    CHECK(straight(ruled));
    CHECK(*ruled.score < before);
  }
}

TEST_CASE(
    "a lesson that asks for a drawing and got none gives no points, one that asks for none judges the dots") {
  Field field = shifted(0.0, 1);
  CHECK(hairline(field, kRamps).score > 0);
  field.draws_hairline = true;
  CHECK(hairline(field, kRamps).score == 0);
  CHECK(hairline(field, kRamps).causes.front().id == CauseId::NothingDrawn);
}

TEST_CASE("few dots make no edge") {
  Field field = shifted(0.0, 1);
  field.dots.resize(40);
  CHECK(front_edge(field).columns.empty());
  CHECK_FALSE(hairline(field, kRamps).score.has_value());
}
