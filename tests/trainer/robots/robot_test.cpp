#include "trainer/robots/robot.h"
#include "trainer/runner/decide.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/sim/state.h"
#include "lessons.h"
#include "trainer/runner/decide.h"

using namespace trainer;
using namespace trainer::robots;
using engine::geometry::Vec2;
using engine::scalp::Canvas;
using engine::scalp::Pad;
using robots_test::even_field;
using robots_test::soft_line;

namespace {

using Events = std::vector<runner::AttemptEvent>;

Events done(const lessons::Lesson& lesson, std::string_view kind, double skill = 0.5,
            engine::core::Seed seed = 1) {
  return perform(assessment::Site::make(lesson).value(), kind, skill, seed).value();
}

// The dots that the log leaves in the skin.
std::vector<engine::skin::Dot> dots_of(const lessons::Lesson& lesson, const Events& events) {
  const Canvas canvas{Pad{}};
  engine::sim::State state;
  state.machine = lesson.machine;
  for (const auto& event : events)
    if (const auto* sim = std::get_if<engine::sim::Event>(&event)) engine::sim::apply(state, *sim, canvas);
  CHECK_FALSE(state.contact.has_value());
  return state.dots;
}

double share(const std::vector<engine::skin::Dot>& dots, bool (*is)(const engine::skin::Dot&)) {
  return static_cast<double>(std::count_if(dots.begin(), dots.end(), is)) / static_cast<double>(dots.size());
}

double closest_mm(const std::vector<engine::skin::Dot>& dots) {
  double best = 1e9;
  for (const auto& a : dots)
    for (const auto& b : dots)
      if (a.number < b.number)
        best = std::min(best, glm::length(mm_from_canvas_point(a.at) - mm_from_canvas_point(b.at)));
  return best;
}

const auto kInBand = [](const engine::skin::Dot& d) { return delta(d) >= 0.38 && delta(d) <= 0.72; };

}  // namespace

TEST_CASE("a robot is a pure function of lesson, kind, skill and seed") {
  const auto lesson = even_field();
  for (const auto& kind : kinds()) {
    CAPTURE(kind.name);
    CHECK(done(lesson, kind.name) == done(lesson, kind.name));
  }
  CHECK(done(lesson, "expert", 0.5, 1) != done(lesson, "expert", 0.5, 2));
  CHECK(done(lesson, "practitioner", 0.4) != done(lesson, "practitioner", 0.5));
  CHECK(done(lesson, "expert", 0.4) == done(lesson, "expert", 0.9));
}

TEST_CASE("the expert's dots: the density asked, apart, in the band, upright") {
  for (engine::core::Seed seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    const auto lesson = even_field();
    const auto dots = dots_of(lesson, done(lesson, "expert", 1.0, seed));
    CHECK(static_cast<double>(dots.size()) / 9.0 == doctest::Approx(90.0).epsilon(0.03));
    CHECK(closest_mm(dots) >= 0.6 * 10.0 / std::sqrt(90.0));
    CHECK(share(dots, kInBand) > 0.99);
    CHECK(share(dots, [](const engine::skin::Dot& d) { return d.angle_ddeg >= 800; }) == 1.0);
    CHECK(share(dots, [](const engine::skin::Dot& d) { return d.smear_um < 150; }) == 1.0);
  }
}

TEST_CASE("the expert finds the band on slack skin and with a hand tool too") {
  auto lesson = even_field(20.0);
  lesson.machine.stretch_permille = 200;
  CHECK(share(dots_of(lesson, done(lesson, "expert")), kInBand) > 0.99);
  lesson.machine.rate_mhz = 0;
  const auto dots = dots_of(lesson, done(lesson, "expert"));
  CHECK(dots.size() == 180);
  CHECK(share(dots, kInBand) > 0.99);
}

TEST_CASE("less skill means worse depth and more doublets") {
  const auto lesson = even_field();
  double last = 2.0;
  for (const double skill : {1.0, 0.6, 0.2}) {
    double in_band = 0.0;
    for (engine::core::Seed seed = 1; seed <= 4; ++seed)
      in_band += share(dots_of(lesson, done(lesson, "practitioner", skill, seed)), kInBand) / 4.0;
    CAPTURE(skill);
    CHECK(in_band < last);
    last = in_band;
  }
  CHECK(closest_mm(dots_of(lesson, done(lesson, "novice"))) < 0.5 * 10.0 / std::sqrt(90.0));
}

TEST_CASE("work goes at a human pace and time never runs back") {
  for (const char* kind : {"expert", "novice", "spam"}) {
    CAPTURE(kind);
    const auto events = done(even_field(), kind);
    engine::core::AttemptTime last;
    for (const auto& event : events) {
      CHECK(runner::time_us(event) >= last);
      last = runner::time_us(event);
    }
  }
  const auto events = done(even_field(), "expert");
  const double minutes = static_cast<double>(runner::time_us(events.back()).us) / 60e6;
  CHECK(minutes > 5.0);   // 810 dots
  CHECK(minutes < 16.2);  // 50 a minute
}

TEST_CASE("steps are entered in order, the line is drawn before the needle comes, the review is left") {
  const auto events = done(soft_line(), "expert");
  CHECK(std::holds_alternative<engine::sim::DeviceChanged>(std::get<engine::sim::Event>(events.at(0))));
  CHECK(std::holds_alternative<engine::sim::Calibrated>(std::get<engine::sim::Event>(events.at(1))));
  CHECK(std::holds_alternative<runner::HairlineDrawn>(events.at(2)));
  REQUIRE(std::holds_alternative<runner::StepEntered>(events.at(3)));
  CHECK(std::get<runner::StepEntered>(events.at(3)).step == 1);
  std::set<int> entered;
  for (const auto& event : done(even_field(), "expert"))
    if (const auto* step = std::get_if<runner::StepEntered>(&event)) entered.insert(step->step);
  CHECK(entered == std::set<int>{1});
}

TEST_CASE("a line drawn with skill stays near the agreed one, a novice's does not") {
  const auto furthest = [](std::string_view kind, engine::core::Seed seed) {
    double most = 0.0;
    for (const auto& event : done(soft_line(), kind, 0.0, seed))
      if (const auto* drawn = std::get_if<runner::HairlineDrawn>(&event))
        for (const auto p : drawn->points) most = std::max(most, std::fabs(mm_from_canvas_point(p).y - 15.0));
    return most;
  };
  double novice = 0.0;
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    CHECK(furthest("expert", seed) < 0.5);
    novice = std::max(novice, furthest("practitioner", seed));
  }
  CHECK(novice > 2.0);
}

TEST_CASE("needle steps of one session are one work, done where a person does it: all at the first") {
  auto lesson = even_field();
  lesson.zones.push_back(robots_test::rectangle("second", {2, 2}, {12, 12}));
  lesson.targets.push_back({.zone = "second", .density_cm2 = 40.0});
  lesson.steps.insert(lesson.steps.begin() + 2, {lessons::StepKind::NeedleWork, "Again", ""});
  int step = 0;
  bool second = false;
  for (const auto& event : done(lesson, "expert")) {
    if (const auto* entered = std::get_if<runner::StepEntered>(&event)) step = entered->step;
    const auto* sim = std::get_if<engine::sim::Event>(&event);
    const auto* moved = sim ? std::get_if<engine::sim::NeedleMoved>(sim) : nullptr;
    if (!moved) continue;
    CHECK(step == 1);
    if (moved->sample.at.u_um < 13'000) second = true;
    CHECK((moved->sample.at.u_um < 13'000) == second);  // one target after the other
  }
  CHECK(second);
}

TEST_CASE("the way of a robot is the way of a person: the same steps, entered by the same intents") {
  auto lesson = even_field();
  lesson.steps = {{.kind = lessons::StepKind::Brief, .title = "Look"},
                  {.kind = lessons::StepKind::NeedleWork, .title = "First visit", .share = 0.5},
                  {.kind = lessons::StepKind::Healing, .title = "Heal", .days = 30},
                  {.kind = lessons::StepKind::NeedleWork, .title = "Second visit"},
                  {.kind = lessons::StepKind::Review, .title = "Review"}};
  const auto site = assessment::Site::make(lesson).value();
  auto person = runner::begin(site);
  std::vector<std::int32_t> theirs, robots;
  engine::core::AttemptTime t;
  const auto go = [&](const runner::Intent& intent) {
    const auto events = runner::decide(person, intent, {}).value();
    for (const auto& event : events) {
      runner::apply(person, event);
      if (const auto* entered = std::get_if<runner::StepEntered>(&event)) theirs.push_back(entered->step);
    }
  };
  go(runner::GoOn{t += engine::core::Span{1'000'000}});
  go(runner::EndSession{t += engine::core::Span{1'000'000}});
  const auto log = perform(site, "expert", 1.0, 1).value();
  for (const auto& event : log)
    if (const auto* entered = std::get_if<runner::StepEntered>(&event)) robots.push_back(entered->step);
  CHECK(robots == theirs);
  CHECK(robots == std::vector<std::int32_t>{1, 2, 3});
}

TEST_CASE("the expert's points are those that the robot works to, hand's noise apart") {
  const auto lesson = even_field();
  const Canvas canvas{Pad{}};
  const auto points = expert_points(lesson, canvas, 0, 1);
  const auto dots = dots_of(lesson, done(lesson, "expert"));
  REQUIRE(points.size() == dots.size());
  for (std::size_t i = 0; i < dots.size(); ++i)
    CHECK(glm::length(mm_from_canvas_point(points[i]) - mm_from_canvas_point(dots[i].at)) < 0.1);
  CHECK(expert_points(lesson, canvas, 1, 1).empty());
}

TEST_CASE("an unknown kind is an error that names the known ones") {
  const auto unknown = perform(assessment::Site::make(even_field()).value(), "wizard", 1.0, 1);
  REQUIRE_FALSE(unknown);
  for (const auto& kind : kinds()) CHECK(unknown.error().message.find(kind.name) != std::string::npos);
}

TEST_CASE("no robot comes to a lesson whose zone is lost: its site already names it") {
  auto lesson = even_field();
  lesson.targets[0].zone = "elsewhere";
  const auto lost = assessment::Site::make(lesson);
  REQUIRE_FALSE(lost);
  CHECK(engine::core::describe(lost.error()).find("elsewhere") != std::string::npos);
}

TEST_CASE("robots mix the shade that each target asks for, and keep out of no-go zones") {
  auto lesson = even_field();
  lesson.targets[0].dilution = 20;
  lesson.zones.push_back({"mole", engine::scalp::DiscShape{Vec2{30, 30}, engine::core::Mm{5}}});
  lesson.no_go = {"mole"};
  for (const char* kind : {"expert", "grid"}) {
    const auto dots = dots_of(lesson, done(lesson, kind));
    REQUIRE(dots.size() > 500);
    CHECK(std::all_of(dots.begin(), dots.end(), [](const auto& d) { return d.dilution_milli == 20'000; }));
    CHECK(std::none_of(dots.begin(), dots.end(), [](const auto& d) {
      return glm::length(mm_from_canvas_point(d.at) - Vec2{30, 30}) < 4.8;
    }));
  }
}
