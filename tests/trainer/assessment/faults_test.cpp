// What a line blames: the hand, the machine, or how the depth came about; lines of density; limits that are
// met exactly.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/assessment/contours.h"
#include "trainer/assessment/criticals.h"
#include "trainer/assessment/equipment_fault.h"
#include "trainer/assessment/mends.h"
#include "trainer/assessment/total.h"

using namespace trainer;
using namespace trainer::assessment;
using doctest::Approx;
using engine::geometry::Vec2;
using engine::scoring::Cause;
using engine::scoring::CauseId;
using engine::scoring::CriticalId;
using engine::skin::DepthSource;
using engine::skin::Dot;
using support::StepKind;

namespace {

std::shared_ptr<const Site> made(const support::LessonBuilder& lesson) {
  return Site::make(lesson.lesson()).value();
}
std::vector<Dot> row(std::uint32_t count, double delta = 0.55) {
  std::vector<Dot> dots;
  for (std::uint32_t i = 0; i < count; ++i) dots.push_back(support::dot(i, {16.0 + i, 20.0}, delta));
  return dots;
}
Cause naming(CauseId id, std::uint32_t count) {
  Cause cause{.id = id};
  for (std::uint32_t i = 0; i < count; ++i) cause.dots.push_back(i);
  return cause;
}
CriticalResult judged(const support::LessonBuilder& lesson, const std::vector<Dot>& dots,
                      std::uint32_t beside = 0) {
  return judge_criticals(*made(lesson), {.dots = dots, .drawn_hairline = {}, .contacts_outside = beside})
      .at(0);
}
support::LessonBuilder field() {
  return support::field().step(StepKind::NeedleWork);
}

}  // namespace

// ---- what mends it

TEST_CASE("depth is mended by what made it: pressure where more than half was measured, else time") {
  auto dots = row(10);
  const std::vector<std::uint32_t> none;
  for (int measured = 0; measured <= 10; ++measured) {
    for (std::size_t i = 0; i < 10; ++i)
      dots[i].depth_source = static_cast<int>(i) < measured ? DepthSource::Measured : DepthSource::Simulated;
    CHECK(mends(dots, none) == (measured > 5 ? Mends::Pressure : Mends::Time));
  }
  for (std::size_t i = 0; i < 10; ++i)
    dots[i].depth_source = i < 2 ? DepthSource::Measured : DepthSource::Simulated;
  CHECK(mends(dots, std::vector<std::uint32_t>{0, 1, 5}) == Mends::Pressure);  // of those that are named
  CHECK(mends(dots, std::vector<std::uint32_t>{0, 5}) == Mends::Time);
  CHECK(mends(dots, std::vector<std::uint32_t>{0, 99}) == Mends::Pressure);  // what does not exist has no say
  for (std::size_t i = 2; i < 10; ++i) dots[i].withdrawn = true;
  CHECK(mends(dots, none) == Mends::Pressure);  // what was taken back neither
  CHECK(mends({}, none) == Mends::Time);
}

// ---- the equipment

TEST_CASE(
    "too shallow in slack skin is the stretch's fault, of a short needle its own, of neither the hand's") {
  const auto site = made(field());
  const auto& target = site->targets()[0];
  auto dots = row(10, 0.2);
  const Cause shallow = naming(CauseId::TooShallow, 10);
  CHECK_FALSE(equipment_fault(target, dots, shallow).has_value());
  // The band begins at 0.38 of 1.18 mm: 0.448 mm.
  for (std::size_t i = 0; i < 5; ++i) dots[i].reach_um = 447;
  CHECK_FALSE(equipment_fault(target, dots, shallow).has_value());  // half of them are not most
  dots[5].reach_um = 447;
  auto fault = equipment_fault(target, dots, shallow);
  REQUIRE(fault.has_value());
  CHECK(fault->kind == EquipmentFault::Kind::OutOfReach);
  CHECK(fault->reach_um == 447);
  CHECK(fault->edge_um == 448);
  for (std::size_t i = 0; i < 6; ++i) dots[i].stretch_permille = engine::skin::kSlack - 1;
  fault = equipment_fault(target, dots, shallow);
  REQUIRE(fault.has_value());
  CHECK(fault->kind == EquipmentFault::Kind::SlackSkin);  // first the stretch: then one sees what is left
  CHECK_FALSE(equipment_fault(target, dots, naming(CauseId::TooDeep, 10)).has_value());
  CHECK_FALSE(equipment_fault(target, dots, naming(CauseId::TooShallow, 0)).has_value());
}

TEST_CASE("a needle reaches the band or not, by a micrometre") {
  Dot dot = support::dot(0, {20, 20});
  dot.thickness_um = 1000;
  for (const auto& [reach, out] : {std::pair{399, true}, {400, false}, {1400, false}}) {
    dot.reach_um = reach;
    CHECK(out_of_reach(dot, {0.4, 0.7}) == out);
  }
}

TEST_CASE("dots of the wrong size are the needle's fault where the target names others") {
  const auto three = engine::skin::parse_needle("3RL-0.30").value(),
             one = engine::skin::parse_needle("1RL-0.25").value();
  lessons::Target target;
  CHECK_FALSE(wrong_needle(three, target));  // any is right
  target.needles = {"1RL-0.25"};
  CHECK(wrong_needle(three, target));
  CHECK_FALSE(wrong_needle(one, target));
  auto lesson =
      support::LessonBuilder().target(support::square("field", 15, 45), target).step(StepKind::NeedleWork);
  const auto site = made(lesson);
  auto dots = row(9);
  for (std::size_t i = 0; i < 5; ++i) dots[i].needle = three;
  for (const CauseId id : {CauseId::TooLarge, CauseId::TooSmall}) {
    const auto fault = equipment_fault(site->targets()[0], dots, naming(id, 9));
    REQUIRE(fault.has_value());
    CHECK(fault->kind == EquipmentFault::Kind::WrongNeedle);
    CHECK(fault->needle == three);
  }
  dots[0].needle = one;
  CHECK_FALSE(equipment_fault(site->targets()[0], dots, naming(CauseId::TooLarge, 9)).has_value());
}

// ---- limits

TEST_CASE("blowouts are a share of what is left, met exactly at the limit; unknown depth blows nothing out") {
  const auto lesson = field().critical(CriticalId::Blowout, 0.1);
  auto dots = row(20);
  dots[3].deposit_depth_um = dots[7].deposit_depth_um = 1180;
  auto result = judged(lesson, dots);
  CHECK(result.passed);
  CHECK(result.value == Approx(0.1));
  CHECK(result.dots.empty());  // met: nobody is named
  dots[11].deposit_depth_um = 1180;
  result = judged(lesson, dots);
  CHECK_FALSE(result.passed);
  CHECK(result.dots == std::vector<std::uint32_t>{3, 7, 11});
  CHECK(result.count == 3);
  CHECK(result.of == 20);
  dots[11].depth_source = DepthSource::Unknown;
  CHECK(judged(lesson, dots).passed);
  dots[11].depth_source = DepthSource::Measured;
  dots[11].withdrawn = true;
  CHECK(judged(lesson, dots).of == 19);
  CHECK_FALSE(judged(lesson, dots).passed);  // two of nineteen are more than a tenth
  CHECK(judged(lesson, {}).passed);
}

TEST_CASE(
    "presses beside the canvas count with the dots beside the zone, and have no number to be named by") {
  const auto lesson = field().critical(CriticalId::OutsideZone, 0.25);
  auto dots = row(6);
  dots[2].at = {5'000, 5'000};
  CHECK(judged(lesson, dots).passed);
  const auto result = judged(lesson, dots, 2);  // three of eight
  CHECK_FALSE(result.passed);
  CHECK(result.value == Approx(3.0 / 8.0));
  CHECK(result.dots == std::vector<std::uint32_t>{2});
  CHECK(judged(lesson, dots, 0).of == 6);
}

TEST_CASE("how far a dot lies in front of the line is measured, and one at the limit is let pass") {
  auto lesson = field();
  lesson.hairline({{10, 20}, {50, 20}}).critical(CriticalId::BelowHairline, 3.0);
  auto dots = row(4);
  dots[1].at = {30'000, 17'000};
  auto result = judged(lesson, dots);
  CHECK(result.passed);
  CHECK(result.value == Approx(3.0));
  dots[1].at = {30'000, 16'900};
  dots[2].at = {30'000, 40'000};  // behind it as far as one likes
  result = judged(lesson, dots);
  CHECK_FALSE(result.passed);
  CHECK(result.value == Approx(3.1));
  CHECK(result.dots == std::vector<std::uint32_t>{1});
}

// ---- shares and lines

TEST_CASE("what is shared out adds up, whatever the parts, and goes by the largest remainder") {
  const auto shared = [](int sum, const std::vector<double>& parts) { return apportion(sum, parts); };
  CHECK(shared(10, {1, 1, 1}) == std::vector<int>{4, 3, 3});
  CHECK(shared(-100, {1, 2, 1}) == std::vector<int>{-25, -50, -25});
  CHECK(shared(7, {0, 0}) == std::vector<int>{7, 0});
  CHECK(shared(0, {3, 5}) == std::vector<int>{0, 0});
  CHECK(shared(5, {0.6, 0.4}) == std::vector<int>{3, 2});
  CHECK(shared(1, {0.4, 0.6}) == std::vector<int>{0, 1});
}

TEST_CASE(
    "where density falls straight, the line of its half lies half way, level and as long as the zone is "
    "wide") {
  auto painted = std::make_shared<engine::scoring::PaintedShare>();
  painted->columns = 1;
  painted->rows = 2;
  painted->of_plateau = {255, 0};  // full at the top
  engine::scoring::TargetDensity density;
  density.painted = painted;
  density.painted_low = {0, 0};
  density.painted_high = {30, 40};
  const auto region = engine::geometry::Region::rectangle({0, 0}, {30, 40});
  for (const double share : {0.25, 0.5, 0.75}) {
    double length = 0.0;
    for (const Stretch& s : contour(region, density, share)) {
      // Straight between the middles of the two rows, at 10 and 30 mm.
      for (const Vec2 end : s) CHECK(end.y == Approx(10.0 + 20.0 * share).epsilon(0.01));
      length += glm::length(s[1] - s[0]);
    }
    CHECK(length == Approx(30.0).epsilon(0.04));
  }
  CHECK(contour(region, density, 1.5).empty());
}
