// Gauges of a dry needle, of several sessions and of the machine: values that follow from marks and events.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/ui/work/gauges.h"

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;

namespace {

runner::Attempt begun(const lessons::Lesson& lesson, int step = 0) {
  auto a = runner::begin(assessment::Site::make(lesson).value());
  a.step = step;
  return a;
}
// Flat scar tissue over the whole field, needled first.
runner::Attempt dry() {
  return begun(support::field()
                   .tissue(engine::scalp::TissueKind::FlatScar, "field")
                   .step(StepKind::Needling)
                   .step(StepKind::Healing)
                   .step(StepKind::NeedleWork)
                   .lesson());
}
engine::skin::DryMark mark(int depth_um, int thickness_um = 1180, int session = 1) {
  engine::skin::DryMark m;
  m.at = {30'000, 30'000};
  m.depth_um = depth_um;
  m.thickness_um = thickness_um;
  m.treatment_session = static_cast<std::uint16_t>(session);
  return m;
}
DepthView depth(const runner::Attempt& a) {
  return make_gauges(a, {}, 14).depth;
}
GaugesView gauges(const runner::Attempt& a) {
  return make_gauges(a, {}, 14);
}

}  // namespace

TEST_CASE("the band of a dry needle begins at half a millimetre and ends at eight tenths of the skin") {
  auto a = dry();
  REQUIRE(a.skin.machine.dry);
  for (const int um : {1000, 1180, 1600}) {
    a.skin.dry_marks = {mark(700, um)};
    const auto v = depth(a);
    CHECK(v.low.value == doctest::Approx(0.5));
    CHECK(v.high.value == doctest::Approx(0.8 * um / 1000.0));
    CHECK(v.over.value == doctest::Approx(0.95 * um / 1000.0));
  }
}

TEST_CASE("each dry mark has the state of its depth: light, right, deep, through") {
  auto a = dry();
  a.skin.dry_marks = {mark(499), mark(500), mark(944), mark(945), mark(1121), mark(1122)};
  const DepthState wanted[] = {DepthState::Shallow, DepthState::Target, DepthState::Target,
                               DepthState::Deep,    DepthState::Deep,   DepthState::Blowout};
  const auto v = depth(a);
  REQUIRE(v.trail.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    CAPTURE(i);
    CHECK(v.trail[i].state == wanted[i]);
  }
  CHECK(v.now->value == doctest::Approx(1.122));
  CHECK(v.state == DepthState::Blowout);
}

TEST_CASE("marks of a session before are not shown, and of many the last 36") {
  auto a = dry();
  for (int i = 0; i < 50; ++i) a.skin.dry_marks.push_back(mark(500 + 10 * i));
  CHECK(depth(a).trail.size() == 36);
  CHECK(depth(a).trail.front().depth.value == doctest::Approx(0.64));
  a.skin.treatment_session = 2;
  CHECK(depth(a).trail.empty());
  CHECK_FALSE(depth(a).now.has_value());
  a.skin.dry_marks.push_back(mark(800, 1180, 2));
  CHECK(depth(a).trail.size() == 1);
}

TEST_CASE("with marks it is said what made them, without what is in use") {
  auto a = dry();
  CHECK(make_gauges(a, {}, 14, true).depth.simulated == false);
  CHECK(make_gauges(a, {}, 14, false).depth.simulated == true);
  a.skin.dry_marks = {mark(700)};
  for (const auto& [kind, simulated] : {std::pair{engine::sim::DeviceKind::Pen, false},
                                        {engine::sim::DeviceKind::Robot, false},
                                        {engine::sim::DeviceKind::Mouse, true}}) {
    a.skin.device.kind = kind;
    CHECK(make_gauges(a, {}, 14, true).depth.simulated == simulated);
    CHECK(make_gauges(a, {}, 14, false).depth.simulated == simulated);
  }
}

TEST_CASE("while it runs the bar says so") {
  auto a = dry();
  CHECK_FALSE(depth(a).pressing);
  CHECK(make_gauges(a, Pressing{.delta = 0.5, .thickness = engine::core::Mm{1.5}}, 14).depth.pressing);
  CHECK(make_gauges(a, Pressing{.delta = 0.5, .thickness = engine::core::Mm{1.5}}, 14).depth.high.value ==
        doctest::Approx(1.2));
}

TEST_CASE(
    "a press of a dry needle is shown as deep as it is now, not as the mark that it will leave was at "
    "first") {
  auto a = dry();
  a.skin.dry_marks = {mark(700), mark(0)};
  a.skin.contact = engine::sim::Contact{};
  a.skin.contact->has_open_mark = true;
  const auto pressed = [&](double delta) {
    return make_gauges(a, Pressing{.delta = delta, .thickness = engine::core::Mm{1.0}}, 14).depth;
  };
  CHECK(pressed(0.3).now->value == doctest::Approx(0.3));
  CHECK(pressed(0.3).state == DepthState::Shallow);
  CHECK(pressed(0.7).state == DepthState::Target);
  CHECK(pressed(0.9).state == DepthState::Deep);
  CHECK(pressed(0.7).trail.size() == 1);  // what grows yet is no mark
  CHECK(depth(a).now->value == doctest::Approx(0.7));
  a.skin.contact.reset();
  CHECK(depth(a).trail.size() == 2);
}

TEST_CASE("a dry needle has no pigment, and covers a scar, not a number of dots") {
  const auto v = gauges(dry());
  CHECK(v.pigment == "dry, no pigment");
  REQUIRE(v.coverage.needled.has_value());
  CHECK(*v.coverage.needled == 0.0);
  CHECK_FALSE(
      gauges(begun(support::field().step(StepKind::NeedleWork).lesson())).coverage.needled.has_value());
}

TEST_CASE("what lies in the hand is told in a line each") {
  auto a = begun(support::field().step(StepKind::NeedleWork).lesson());
  CHECK(gauges(a).needle == "1RL, 0.25 mm");
  CHECK(gauges(a).pigment == "14 : 1 grey");
  CHECK(gauges(a).machine == "100 Hz, set 1.8 mm");
  a.skin.machine.needle = engine::skin::parse_needle("3RL-0.30").value();
  a.skin.machine.dilution_milli = 0;
  a.skin.machine.pigment = "warm grey";
  a.skin.machine.rate_mhz = 112'500;
  a.skin.machine.set_um = 1550;
  CHECK(gauges(a).needle == "3RL, 0.30 mm");
  CHECK(gauges(a).pigment == "undiluted warm grey");
  CHECK(gauges(a).machine.starts_with("112.5 Hz, set 1."));
  a.skin.machine.rate_mhz = 0;
  CHECK(gauges(a).machine == "by hand");
}

TEST_CASE("the session under way asks for its share of the density: number, spacing and zoom follow it") {
  const auto lesson = support::field(144).sessions({0.25, 1.0}).lesson();
  auto a = begun(lesson);
  // 9 cm2 at 144 are 1296; a quarter of them lie twice as far apart.
  CHECK(gauges(a).coverage.asked == 324);
  CHECK(gauges(a).coverage.session == "session 1 of 2");
  CHECK(gauges(a).spacing.near.value == doctest::Approx(0.55 / std::sqrt(0.36)));
  CHECK(working_zoom(a) == doctest::Approx(14.0));  // 15 x 0.6 is less
  CHECK(peak_density_per_mm2(a) == doctest::Approx(0.36));
  a.skin.treatment_session = 2;
  a.skin.healings = {30};
  CHECK(gauges(a).coverage.asked == 1296);
  CHECK(gauges(a).coverage.session == "session 2 of 2");
  CHECK(gauges(a).spacing.near.value == doctest::Approx(0.55 / 1.2));
  CHECK(working_zoom(a) == doctest::Approx(18.0));
}

TEST_CASE("where no dots are asked for, spacing is that of a millimetre, and nothing divides by nothing") {
  auto lesson = support::LessonBuilder().step(support::question(0)).lesson();
  lesson.practical = false;
  const auto v = gauges(begun(lesson));
  CHECK(v.spacing.near.value == doctest::Approx(0.55));
  CHECK(v.spacing.far.value == doctest::Approx(1.4));
  CHECK(v.coverage.asked == 0);
}

TEST_CASE("a pad is no head, a client is one") {
  CHECK_FALSE(gauges(begun(support::field().step(StepKind::NeedleWork).lesson())).head);
  CHECK(gauges(begun(support::LessonBuilder()
                         .client({})
                         .target(support::square("top", -15, 15), 40)
                         .step(StepKind::NeedleWork)
                         .lesson()))
            .head);
}

TEST_CASE("the zoom that is needed and the zoom that is are told side by side") {
  const auto a = begun(support::field(100).step(StepKind::NeedleWork).lesson());
  const auto v = make_gauges(a, {}, 9.99);
  CHECK(v.px_per_mm == 9.99);
  CHECK(v.working_px_per_mm == doctest::Approx(15.0));
  CHECK(v.zoom_in);
  CHECK_FALSE(make_gauges(a, {}, 10.01).zoom_in);
}
