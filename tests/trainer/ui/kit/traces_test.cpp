// Depth, spacing and pace over time: each number by hand, and what thinning keeps.
#include "trainer/ui/kit/traces.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;

namespace {

enum Which { kDepth, kSpacing, kPace };

runner::Attempt with(std::vector<engine::skin::Dot> dots, double density = 100.0) {
  auto a = runner::begin(
      assessment::Site::make(support::field(density).step(StepKind::NeedleWork).lesson()).value());
  a.skin.dots = std::move(dots);
  return a;
}
std::vector<double> values(const Trace& trace) {
  std::vector<double> out;
  for (const auto& p : trace.points) out.push_back(p.value);
  return out;
}
// A line of dots, the first at 20 mm, each so far from the one before; one a second.
std::vector<engine::skin::Dot> line(const std::vector<double>& apart) {
  std::vector<engine::skin::Dot> dots{support::dot(0, {20, 20})};
  double x = 20;
  for (const double d : apart) {
    x += d;
    dots.push_back(support::dot(static_cast<std::uint32_t>(dots.size()), {x, 20}));
  }
  return dots;
}

}  // namespace

TEST_CASE("there are three strips, each with its unit, also of nothing") {
  const auto traces = make_traces(with({}));
  REQUIRE(traces.size() == 3);
  CHECK(traces[kDepth].unit == "mm");
  CHECK(traces[kSpacing].unit == "mm");
  CHECK(traces[kPace].unit == "dots/min");
  for (const auto& trace : traces) CHECK(trace.points.empty());
  CHECK_FALSE(traces[kDepth].low.has_value());  // the band is that of a skin, and none was touched
}

TEST_CASE("depth is each dot's in millimetres at its time, the surface at the top") {
  auto dots = line({1, 1});
  dots[0].deposit_depth_um = 450;
  dots[1].deposit_depth_um = 1210;
  dots[2].deposit_depth_um = 0;
  const auto depth = make_traces(with(dots))[kDepth];
  CHECK(values(depth) == std::vector<double>{0.45, 1.21, 0.0});
  CHECK(depth.points[2].t_us == dots[2].t_us);
  CHECK(depth.top == 0.0);
  CHECK(depth.bottom == 1.5);
  CHECK(*depth.low == doctest::Approx(0.38 * 1.18));
  CHECK(*depth.high == doctest::Approx(0.72 * 1.18));
}

TEST_CASE("the band of depth is that of the first target on the skin of the first dot") {
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.targets[0].depth = {0.40, 0.60};
  auto a = runner::begin(assessment::Site::make(lesson).value());
  a.skin.dots = line({1});
  a.skin.dots[0].thickness_um = 2000;
  const auto depth = make_traces(a)[kDepth];
  CHECK(*depth.low == doctest::Approx(0.80));
  CHECK(*depth.high == doctest::Approx(1.20));
}

TEST_CASE("spacing is to the nearest of the dots that were already there, so the first has none") {
  // At 20, 21, 23, 20.5: the last comes between the first two.
  const auto spacing = make_traces(with(line({1.0, 2.0, -2.5})))[kSpacing];
  REQUIRE(spacing.points.size() == 3);
  CHECK(spacing.points[0].value == doctest::Approx(1.0));
  CHECK(spacing.points[1].value == doctest::Approx(2.0));
  CHECK(spacing.points[2].value == doctest::Approx(0.5));
  CHECK(spacing.points[0].t_us == AttemptTime{1'000'000});
}

TEST_CASE("a dot farther than eight millimetres from every other is no spacing") {
  const auto spacing = make_traces(with(line({8.0, 8.1, 0.3})))[kSpacing];
  REQUIRE(spacing.points.size() == 2);
  CHECK(spacing.points[0].value == doctest::Approx(8.0));
  CHECK(spacing.points[1].value == doctest::Approx(0.3));
}

TEST_CASE("the band of spacing runs from 0.55 to 1.4 of the distance that the density means") {
  const auto at = [](double density) { return make_traces(with({}, density))[kSpacing]; };
  CHECK(*at(100).low == doctest::Approx(0.55));  // 100 per cm2 are 1 mm apart
  CHECK(*at(100).high == doctest::Approx(1.4));
  CHECK(at(100).top == doctest::Approx(2.2));
  CHECK(*at(25).low == doctest::Approx(1.1));
  CHECK(at(25).top == doctest::Approx(4.4));
}

TEST_CASE("the densest target gives the band, and without any target there is none") {
  const auto two = support::LessonBuilder()
                       .target(support::square("a", 5, 20), 25)
                       .target(support::square("b", 30, 50), 100)
                       .step(StepKind::NeedleWork)
                       .lesson();
  CHECK(*make_traces(runner::begin(assessment::Site::make(two).value()))[kSpacing].low ==
        doctest::Approx(0.55));
  auto none = support::LessonBuilder().step(support::question(0)).lesson();
  none.practical = false;
  const auto traces = make_traces(runner::begin(assessment::Site::make(none).value()));
  CHECK_FALSE(traces[kSpacing].low.has_value());
  CHECK_FALSE(traces[kSpacing].high.has_value());
  CHECK(traces[kSpacing].top == 3.0);
}

TEST_CASE("pace is that of the last eight intervals, from the ninth dot on") {
  auto dots = line(std::vector<double>(9, 0.5));  // ten dots, one a second
  CHECK(make_traces(with(dots))[kPace].points.size() == 2);
  CHECK(values(make_traces(with(dots))[kPace]) == std::vector<double>{60.0, 60.0});
  for (auto& d : dots) d.t_us.us /= 2;
  CHECK(values(make_traces(with(dots))[kPace]) == std::vector<double>{120.0, 120.0});
  dots.resize(8);
  CHECK(make_traces(with(dots))[kPace].points.empty());
}

TEST_CASE(
    "a quicker hand raises the top of the strip, up to 400 a minute, and dots at one moment divide by "
    "nothing") {
  auto dots = line(std::vector<double>(8, 0.5));
  CHECK(make_traces(with(dots))[kPace].top == 120.0);
  for (auto& d : dots) d.t_us.us /= 4;  // 240 a minute
  CHECK(make_traces(with(dots))[kPace].top == doctest::Approx(264.0));
  for (auto& d : dots) d.t_us = {};
  const auto pace = make_traces(with(dots))[kPace];
  CHECK(pace.top == 400.0);
  CHECK(std::isfinite(pace.points[0].value));
}

TEST_CASE("dots taken back are in no strip, and nothing is measured from them") {
  auto dots = line({1.0, 1.0});
  dots[1].withdrawn = true;
  const auto traces = make_traces(with(dots));
  CHECK(traces[kDepth].points.size() == 2);
  CHECK(values(traces[kSpacing]) == std::vector<double>{2.0});
}

TEST_CASE("few points are not thinned, nor where there is no time or no room") {
  const std::vector<TracePoint> three{{AttemptTime{0}, 1}, {AttemptTime{10}, 2}, {AttemptTime{20}, 3}};
  const auto same = [&](const std::vector<TracePoint>& points) {
    return points.size() == 3 && points[1].value == 2.0 && points[2].t_us == AttemptTime{20};
  };
  CHECK(same(thin(three, AttemptTime{0}, AttemptTime{20}, 2)));
  CHECK(same(thin(three, AttemptTime{0}, AttemptTime{20}, 0)));
  CHECK(same(thin(three, AttemptTime{20}, AttemptTime{20}, 1)));
  CHECK(thin({}, AttemptTime{0}, AttemptTime{20}, 5).empty());
}

TEST_CASE("each column keeps its lowest and its highest, in the order in which they were") {
  const std::vector<TracePoint> points{{AttemptTime{0}, 5},  {AttemptTime{10}, 1},  {AttemptTime{20}, 9},
                                       {AttemptTime{30}, 4}, {AttemptTime{50}, 8},  {AttemptTime{60}, 2},
                                       {AttemptTime{70}, 3}, {AttemptTime{80}, 2.5}};
  const auto kept = thin(points, AttemptTime{0}, AttemptTime{100}, 2);
  REQUIRE(kept.size() == 4);
  CHECK(kept[0].t_us == AttemptTime{10});  // low before high
  CHECK(kept[1].t_us == AttemptTime{20});
  CHECK(kept[2].t_us == AttemptTime{50});  // high before low
  CHECK(kept[3].t_us == AttemptTime{60});
}

TEST_CASE("a column of one value keeps its ends, one of a single point that point, an empty column none") {
  std::vector<TracePoint> points;
  for (int i = 0; i < 10; ++i) points.push_back({AttemptTime{i}, 7.0});
  points.push_back({AttemptTime{99}, 1.0});
  const auto kept = thin(points, AttemptTime{0}, AttemptTime{100}, 4);
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].t_us == AttemptTime{0});
  CHECK(kept[1].t_us == AttemptTime{9});
  CHECK(kept[2].t_us == AttemptTime{99});
}

TEST_CASE("what comes after the end is in the last column, and nothing is out of order") {
  std::vector<TracePoint> points;
  for (int i = 0; i < 400; ++i)
    points.push_back({AttemptTime{i}, std::sin(i * 0.7) + (i == 399 ? 5.0 : 0.0)});
  for (const int columns : {1, 3, 17, 50}) {
    const auto kept = thin(points, AttemptTime{0}, AttemptTime{200}, columns);
    CHECK(kept.size() <= 2 * static_cast<std::size_t>(columns));
    CHECK(std::is_sorted(kept.begin(), kept.end(), [](auto& a, auto& b) { return a.t_us < b.t_us; }));
    CHECK(kept.back().t_us >= AttemptTime{200});
    CHECK(std::any_of(kept.begin(), kept.end(), [](const auto& p) { return p.value > 4.0; }));
  }
}
